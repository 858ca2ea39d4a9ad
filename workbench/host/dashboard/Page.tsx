import React, { type ReactElement, type ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import { ThemeContext, type DataSourceApi, type GrafanaTheme2, type PanelPlugin } from '@grafana/data';
import { GlobalStyles, PortalContainer, useStyles2 } from '@grafana/ui';
import type { Scenario } from '../../scenarios';
import type { Address } from '../address';
import { bridge } from '../versions/current';
import type { Dashboard } from './createDashboard';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { OptionsPane } from './OptionsPane';
import { QueryPane } from './QueryPane';

interface Props {
  readonly theme: GrafanaTheme2;
  readonly address: Address;
  readonly scenario: Scenario;
  readonly children: ReactNode;
}

/** What surrounds every page: theme, router, the place where menus and dialogs open. */
export function Page({ theme, address, scenario, children }: Props): ReactElement {
  const { HostRouter } = bridge;
  return (
    <HostRouter>
      <ThemeContext.Provider value={theme}>
        <GlobalStyles />
        <Frame>
          <Header scenario={scenario} address={address} />
          {children}
        </Frame>
        <PortalContainer />
      </ThemeContext.Provider>
    </HostRouter>
  );
}

function Frame({ children }: { children: ReactNode }): ReactElement {
  return <div className={useStyles2(getStyles).frame}>{children}</div>;
}

interface DashboardPageProps {
  readonly dashboard: Dashboard;
  readonly dataSource: DataSourceApi;
  readonly plugin: PanelPlugin;
  readonly edit: boolean;
}

/** The dashboard; in edit mode with the query editor below and the options beside. */
export function DashboardPage({ dashboard, dataSource, plugin, edit }: DashboardPageProps): ReactElement {
  const styles = useStyles2(getStyles);
  const { scene, panel, runner } = dashboard;
  return (
    <div className={cx(styles.body, edit && styles.editing)}>
      <div className={styles.main}>
        <div className={styles.scene}>
          <scene.Component model={scene} />
        </div>
        {edit && (
          <ErrorBoundary part="query editor">
            <QueryPane dataSource={dataSource} runner={runner} />
          </ErrorBoundary>
        )}
      </div>
      {edit && (
        <ErrorBoundary part="options pane">
          <OptionsPane panel={panel} plugin={plugin} />
        </ErrorBoundary>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    background: theme.colors.background.canvas,
    color: theme.colors.text.primary,
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
  }),
  body: css({ display: 'grid', flexGrow: 1, gridTemplateColumns: 'minmax(0, 1fr)', minHeight: 0 }),
  editing: css({ gridTemplateColumns: 'minmax(0, 1fr) 380px' }),
  main: css({ display: 'flex', flexDirection: 'column', minHeight: 0, overflowY: 'auto' }),
  scene: css({ display: 'flex', flexGrow: 1, minHeight: 420, padding: theme.spacing(1, 2) }),
});
