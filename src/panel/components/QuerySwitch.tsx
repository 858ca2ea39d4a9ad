import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, Select, useStyles2 } from '@grafana/ui';
import { TEST_IDS } from '../testIds';

/** More queries than these are listed, not stood side by side. */
const MOST_BUTTONS = 4;

export interface QueryChoice {
  /** Ref ids of the queries that each answered with a map. */
  readonly queries: readonly string[];
  readonly shown: string;
  readonly onChange: (query: string) => void;
}

/** Which of several queries is drawn. */
export function QuerySwitch({ queries, shown, onChange }: QueryChoice) {
  const styles = useStyles2(getStyles);
  const options = queries.map((value) => ({ value, label: value, description: `Draw query ${value}` }));
  return (
    <div className={styles.root} role="group" aria-label="Query" data-testid={TEST_IDS.queries}>
      {queries.length <= MOST_BUTTONS ? (
        <RadioButtonGroup size="sm" options={options} value={shown} onChange={onChange} />
      ) : (
        <Select
          aria-label="Query"
          width="auto"
          options={options}
          value={shown}
          onChange={({ value }) => value !== undefined && onChange(value)}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ flex: 'none', borderRadius: theme.shape.radius.default, background: theme.colors.background.primary }),
});
