import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TrafficClass } from '../../core/model/definition';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING } from '../../core/model/state';
import type { SceneTheme } from '../../scene/types';
import { STATE_OF_SEVERITY, stateWords } from '../model/describe';
import { TEST_IDS } from '../testIds';
import { StateMark } from './StateMark';

interface Props {
  readonly classes: readonly TrafficClass[];
  readonly theme: SceneTheme;
}

/** What shapes and colours mean: particles by class of request, nodes and edges by state. */
export function Legend({ classes, theme }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.root} data-testid={TEST_IDS.legend} role="group" aria-label="Legend">
      <span className={styles.title}>Requests</span>
      {classes.map(({ name, severity }) => (
        <span key={name} className={styles.entry}>
          <StateMark state={STATE_OF_SEVERITY[severity]} theme={theme} size={9} />
          {name}
        </span>
      ))}
      <span className={styles.title}>State</span>
      {[STATE_NORMAL, STATE_WARNING, STATE_DANGER, STATE_NO_DATA].map((state) => (
        <span key={state} className={styles.entry}>
          <StateRing state={state} theme={theme} />
          {stateWords(state)}
        </span>
      ))}
    </div>
  );
}

/** A small node in a state, as the map draws it. */
function StateRing({ state, theme }: { readonly state: number; readonly theme: SceneTheme }) {
  const colours = [theme.normal, theme.warning, theme.danger, theme.noData];
  return (
    <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden style={{ flex: 'none' }}>
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill={theme.nodeFill}
        stroke={colours[state]}
        strokeWidth="2"
        strokeDasharray={state === STATE_NO_DATA ? '2.4 1.6' : undefined}
      />
    </svg>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.25),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  title: css({ color: theme.colors.text.disabled }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
});
