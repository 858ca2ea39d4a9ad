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
      {status.lines.map(({ name, steps }, index) => (
        <div key={index} className={styles.line}>
          <span className={styles.name}>{name}:</span>
          {steps.map(({ text, isLoss }, step) => (
            <React.Fragment key={step}>
              {step > 0 && <span className={styles.arrow}>→</span>}
              <span className={isLoss ? styles.loss : undefined}>{text}</span>
            </React.Fragment>
          ))}
        </div>
      ))}
      {status.next !== undefined && <div className={styles.next}>{status.next}</div>}
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
    line: css({ display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(0.75) }),
    name: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
    arrow: css({ color: theme.colors.text.disabled }),
    loss: css({ color: theme.colors.warning.text }),
    next: css({ color: theme.colors.text.primary }),
    problem: css({ color: theme.colors.warning.text }),
  };
}
