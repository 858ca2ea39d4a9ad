import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TrafficClass } from '../../core/model/definition';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING } from '../../core/model/state';
import type { SceneTheme } from '../../scene/types';
import { stateWords } from '../model/describe';
import { TEST_IDS } from '../testIds';
import { ClassMark } from './ClassMark';
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
          <ClassMark severity={severity} theme={theme} />
          {name}
        </span>
      ))}
      <span className={styles.title}>State</span>
      {[STATE_NORMAL, STATE_WARNING, STATE_DANGER, STATE_NO_DATA].map((state) => (
        <span key={state} className={styles.entry}>
          <StateMark state={state} theme={theme} />
          {stateWords(state)}
        </span>
      ))}
    </div>
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
