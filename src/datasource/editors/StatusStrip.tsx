import { css } from '@emotion/css';
import { type GrafanaTheme2, LoadingState, type PanelData } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { queryStatus } from './statusLines';

export interface StatusStripProps {
  readonly data: PanelData | undefined;
  readonly refId: string;
  /** Whether the query asks for anything. */
  readonly asks: boolean;
}

/** What the last answer came to: how many series became how many edges, what was skipped, what failed. */
export function StatusStrip({ data, refId, asks }: StatusStripProps) {
  const styles = useStyles2(getStyles);
  const status = useMemo(() => queryStatus(data, refId), [data, refId]);
  if (!asks || !status) {
    const waiting = data?.state === LoadingState.Loading ? 'Asking…' : 'Not asked yet.';
    const text = asks ? waiting : 'Nothing is asked yet: choose a preset, or write an expression for requests.';
    return (
      <div role="status" className={styles.strip}>
        {text}
      </div>
    );
  }
  return (
    <div role="status" aria-label="What the last answer came to" className={styles.strip}>
      {status.lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {status.problems.map((problem, index) => (
        <div key={index} className={styles.problem}>
          <Icon name="exclamation-triangle" size="sm" aria-hidden /> {problem}
        </div>
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    strip: css({
      ...theme.typography.bodySmall,
      color: theme.colors.text.secondary,
      overflowWrap: 'anywhere',
    }),
    problem: css({ color: theme.colors.warning.text }),
  };
}
