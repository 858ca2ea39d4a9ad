import React, { type ComponentType, type ReactElement } from 'react';
import { css } from '@emotion/css';
import { CoreApp, type DataSourceApi, type GrafanaTheme2, type QueryEditorProps } from '@grafana/data';
import type { SceneDataQuery, SceneQueryRunner } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { StoredJson } from './StoredJson';

interface Props {
  readonly dataSource: DataSourceApi;
  readonly runner: SceneQueryRunner;
}

/** The data source's query editor below the panel, one for each query, and a way to look at the query's JSON. */
export function QueryPane({ dataSource, runner }: Props): ReactElement {
  const styles = useStyles2(getStyles);
  const { queries, data } = runner.useState();
  const Editor = dataSource.components?.QueryEditor as
    ComponentType<QueryEditorProps<DataSourceApi, SceneDataQuery>> | undefined;
  const replace = (query: SceneDataQuery): void =>
    runner.setState({ queries: runner.state.queries.map((old) => (old.refId === query.refId ? query : old)) });
  return (
    <section className={styles.pane} aria-label="Query editor">
      <h2 className={styles.title}>{dataSource.name}</h2>
      {Editor === undefined && <p>{dataSource.name} has no query editor.</p>}
      {Editor !== undefined &&
        queries.map((query) => (
          <Editor
            key={query.refId}
            app={CoreApp.PanelEditor}
            datasource={dataSource}
            query={query}
            queries={queries}
            data={data}
            range={data?.timeRange}
            onChange={replace}
            onRunQuery={() => runner.runQueries()}
          />
        ))}
      <StoredJson title="Query JSON" testId="query-json" value={queries} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    background: theme.colors.background.primary,
    borderTop: `1px solid ${theme.colors.border.weak}`,
    padding: theme.spacing(2),
  }),
  title: css({ ...theme.typography.h6, marginBottom: theme.spacing(1) }),
});
