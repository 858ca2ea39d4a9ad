import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

export interface ItemRowProps {
  /** For screen readers, such as "Threshold 2". */
  readonly name: string;
  /** Buttons for the item as a whole. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** The fields of one item of a list. Its buttons stay at the right, however often the fields break. */
export function ItemRow({ name, actions, children }: ItemRowProps) {
  const styles = useStyles2(getStyles);
  return (
    <div role="group" aria-label={name} className={styles.row}>
      <div className={styles.fields}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(0.5), width: '100%' }),
    fields: css({ flex: 1, minWidth: 0 }),
    actions: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      minHeight: theme.spacing(theme.components.height.md),
    }),
  };
}
