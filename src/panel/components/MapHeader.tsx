import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Notice } from '../../core/model/notice';
import type { PanelFormat } from '../format';
import type { Navigation } from '../hooks/useNavigation';
import type { Crumb } from '../model/navigation';
import { Breadcrumbs } from './Breadcrumbs';
import { NoticeBar } from './NoticeBar';

interface Props {
  readonly trail: readonly Crumb[];
  readonly navigation: Navigation;
  readonly notices: readonly Notice[];
  /** Why the layout could not be made. */
  readonly problem?: string;
  readonly staleSince?: number;
  readonly format: PanelFormat;
}

/** Where the reader is, and what is to know about the data. Lies over the map's top edge. */
export function MapHeader({ trail, navigation, notices, problem, staleSince, format }: Props) {
  const styles = useStyles2(getStyles);
  const { vanished } = navigation;
  const all = useMemo(
    () => [
      ...(staleSince === undefined
        ? []
        : [
            {
              severity: 'error' as const,
              text: `Stale: this is the traffic of ${format.time(staleSince)}; newer queries fail.`,
            },
          ]),
      ...(vanished === undefined
        ? []
        : [
            { severity: 'info' as const, text: `${vanished} is not in the data any more; this is the level above it.` },
          ]),
      ...(problem === undefined ? [] : [{ severity: 'error' as const, text: `The layout failed: ${problem}` }]),
      ...notices,
    ],
    [notices, problem, staleSince, vanished, format]
  );
  return (
    <div className={styles.root}>
      <Breadcrumbs trail={trail} onGo={navigation.go} onBack={navigation.back} />
      <div className={styles.space} />
      <NoticeBar notices={all} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5),
    pointerEvents: 'none',
    '& > *': { pointerEvents: 'auto' },
  }),
  space: css({ flex: 1, '&&': { pointerEvents: 'none' } }),
});
