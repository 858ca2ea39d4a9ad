import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import { textUtil, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { AttachedAlert } from '../../core/model/alert';
import { STATE_DANGER, STATE_NORMAL, STATE_WARNING } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import { firingAlerts, firingSince } from '../model/firingAlerts';
import { safeLink } from '../model/safeLink';
import { shownText } from '../model/shownText';
import { TEST_IDS } from '../testIds';
import { StateMark } from './StateMark';

export const NO_ALERTS: readonly AttachedAlert[] = Object.freeze([]);

/** How an alert's severity looks. */
export const SEVERITY_STATES = Object.freeze({ danger: STATE_DANGER, warning: STATE_WARNING, info: STATE_NORMAL });

interface Props {
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly alerts: readonly AttachedAlert[];
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
}

/** The alerts of others that fire on a node or edge at the shown time, each with its words and its page. */
export function FiringAlerts({ view, pick, alerts, format, theme }: Props) {
  const styles = useStyles2(getStyles);
  const firing = useMemo(() => firingAlerts(view, pick, alerts), [view, pick, alerts]);
  if (firing.length === 0) {
    return null;
  }
  return (
    <div data-testid={TEST_IDS.firingAlerts}>
      <div className={styles.muted}>Firing alerts ({firing.length})</div>
      <ul className={styles.list}>
        {firing.map((alert, index) => {
          const link = safeLink(alert.link);
          const since = firingSince(alert, view.time);
          return (
            <li key={index}>
              <div className={styles.name}>
                <StateMark state={SEVERITY_STATES[alert.severity]} theme={theme} size={11} />
                {link === undefined ? (
                  shownText(alert.name)
                ) : (
                  <a
                    className={styles.link}
                    href={textUtil.sanitizeUrl(link)}
                    target="_blank"
                    rel="noreferrer noopener"
                  >
                    {shownText(alert.name)}
                  </a>
                )}
              </div>
              <div className={styles.words}>
                {alert.summary !== undefined && <div>{shownText(alert.summary)}</div>}
                {since !== undefined && `since ${format.clock(since)}, `}
                {shownText(alert.upstream)}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const muted = { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize };
  return {
    muted: css(muted),
    list: css({ listStyle: 'none', margin: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
    name: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), overflowWrap: 'anywhere' }),
    link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
    words: css({ ...muted, paddingLeft: theme.spacing(2), overflowWrap: 'anywhere' }),
  };
};
