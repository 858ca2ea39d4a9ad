import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import type { TrafficHistory } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { keptFacts } from '../model/keptFacts';
import { shownText } from '../model/shownText';
import { TEST_IDS } from '../testIds';

interface Props {
  readonly history: TrafficHistory;
  readonly view: TrafficView;
  readonly pick: ScenePick;
}

/** What the labels hold that the query keeps; nothing where it keeps none. */
export function KeptLabels({ history, view, pick }: Props) {
  const styles = useStyles2(getStyles);
  const facts = useMemo(() => keptFacts(history, view, pick), [history, view, pick]);
  if (facts.length === 0) {
    return null;
  }
  return (
    <dl className={styles.list} aria-label="Labels" data-testid={TEST_IDS.keptLabels}>
      {facts.map(({ name, text }) => (
        <React.Fragment key={name}>
          <dt className={styles.name}>{shownText(name)}</dt>
          <dd className={styles.values}>{text}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto) minmax(50%, 1fr)',
    gap: theme.spacing(0.25, 2),
    margin: 0,
  }),
  name: css({ fontWeight: 'inherit', color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  values: css({ margin: 0, textAlign: 'right', overflowWrap: 'anywhere' }),
});
