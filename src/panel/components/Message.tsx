import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Spinner, useStyles2, type IconName } from '@grafana/ui';
import type { PanelMessage } from '../model/messages';
import { shownText } from '../model/shownText';
import { TEST_IDS } from '../testIds';

const ICONS: Readonly<Record<Exclude<PanelMessage['severity'], 'loading'>, IconName>> = {
  info: 'info-circle',
  warning: 'exclamation-triangle',
  error: 'exclamation-circle',
};

/** Details beyond this many are counted, not listed. */
const MOST_DETAILS = 4;

interface Props {
  readonly message: PanelMessage;
  /** Leaves out the advice and all but the first detail. */
  readonly compact?: boolean;
  /** As a strip above something else, not in its place. */
  readonly strip?: boolean;
}

/** Says why there is no map: what happened and what to do. */
export function Message({ message, compact = false, strip = false }: Props) {
  const styles = useStyles2(getStyles);
  const { severity, title, details, advice } = message;
  const shown = details.slice(0, compact ? 1 : MOST_DETAILS);
  return (
    <div
      className={cx(styles.root, compact && styles.compact, strip && styles.strip)}
      role={severity === 'error' ? 'alert' : 'status'}
      data-testid={TEST_IDS.message}
      data-severity={severity}
    >
      {severity === 'loading' ? (
        <Spinner />
      ) : (
        <Icon name={ICONS[severity]} size={compact ? 'md' : strip ? 'lg' : 'xxl'} className={styles[severity]} />
      )}
      <div className={styles.title}>{title}</div>
      {shown.map((detail, index) => (
        <div key={index} className={styles.detail}>
          {shownText(detail)}
        </div>
      ))}
      {!compact && details.length > MOST_DETAILS && (
        <div className={styles.detail}>and {details.length - MOST_DETAILS} more</div>
      )}
      {!compact && advice !== undefined && <div className={styles.advice}>{advice}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    gap: theme.spacing(0.75),
    height: '100%',
    padding: theme.spacing(1, 2),
    overflow: 'auto',
    textAlign: 'center',
    overflowWrap: 'anywhere',
  }),
  // So that a tile of a few lines still says what is wrong.
  compact: css({
    gap: theme.spacing(0.25),
    padding: theme.spacing(0.25, 0.5),
    ...theme.typography.bodySmall,
    '& > div': { ...theme.typography.bodySmall },
  }),
  strip: css({ height: 'auto', flex: 'none', padding: theme.spacing(0.5, 2), gap: theme.spacing(0.25) }),
  title: css({ ...theme.typography.h5, margin: 0 }),
  detail: css({ color: theme.colors.text.primary, maxWidth: 560 }),
  advice: css({ color: theme.colors.text.secondary, maxWidth: 560 }),
  info: css({ color: theme.colors.info.text }),
  warning: css({ color: theme.colors.warning.text }),
  error: css({ color: theme.colors.error.text }),
});
