import React, { useState, type ReactElement } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { pageStyle } from './pageStyle';
import { StoredJson } from './StoredJson';

interface Props {
  readonly title: string;
  /** What the query gives, as in "Preview of values". */
  readonly gives: string;
  readonly editor: (query: unknown, onChange: (query: unknown) => void) => ReactElement;
  /** What a dashboard would get of the query, in one line each. */
  readonly preview: (query: unknown) => Promise<readonly string[]>;
}

/** An editor of the data source by itself, as in the settings of a dashboard; nothing is kept. */
export function EditorPage({ title, gives, editor, preview }: Props): ReactElement {
  const styles = useStyles2(getStyles);
  const [query, setQuery] = useState<unknown>();
  const [lines, setLines] = useState<readonly string[]>();
  const show = (): void =>
    void preview(query).then(setLines, (error: unknown) =>
      setLines([error instanceof Error ? error.message : String(error)])
    );
  return (
    <main className={styles.page} aria-label={title}>
      <h1 className={styles.title}>{title}</h1>
      {editor(query, setQuery)}
      <div>
        <Button onClick={show}>Preview of {gives}</Button>
      </div>
      {lines !== undefined && (
        <ul aria-label={`Preview of ${gives}`}>
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      <StoredJson title="Query JSON" testId="query-json" value={query} />
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: pageStyle(theme),
  title: css({ ...theme.typography.h4, margin: 0 }),
});
