import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { NodeTable } from '../../core/model/history';
import type { ThresholdStates } from '../../core/model/result';
import type { TrafficView } from '../../core/model/view';
import { reasonWords } from '../../core/thresholds';
import type { SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import { lastTransition } from '../model/describe';
import { memberMask } from '../model/members';
import { shownText } from '../model/shownText';
import { troubledMembers } from '../model/troubledMembers';
import { StateMark } from './StateMark';

/** More are counted, not listed. */
const MOST_MEMBERS = 8;

interface Props {
  readonly nodes: NodeTable;
  readonly states: ThresholdStates;
  readonly view: TrafficView;
  /** Of a group in the view. */
  readonly row: number;
  readonly timeIndex: number;
  /** Milliseconds. */
  readonly time: number;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly onGo: (path: readonly string[], id: string) => void;
}

/** Why a group hurts: its services in danger and warning, each with its reason and a way there. */
export function TroubledMembers({ nodes, states, view, row, timeIndex, time, format, theme, onGo }: Props) {
  const styles = useStyles2(getStyles);
  const members = useMemo(
    () => troubledMembers(nodes, states, memberMask(nodes, view, row), timeIndex),
    [nodes, states, view, row, timeIndex]
  );
  if (members.length === 0) {
    return null;
  }
  return (
    <div>
      <div className={styles.title}>In trouble ({members.length})</div>
      <ul className={styles.list}>
        {members.slice(0, MOST_MEMBERS).map(({ id, name, path: group, state }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.button}
              title={shownText(group.join(' / '))}
              onClick={() => onGo(group, id)}
            >
              <StateMark state={state} theme={theme} size={11} />
              {name}
            </button>
            <div className={styles.reason}>
              {reasonWords(lastTransition(states.transitions, { scope: 'node', subject: id }, time), format)}
            </div>
          </li>
        ))}
        {members.length > MOST_MEMBERS && <li className={styles.title}>and {members.length - MOST_MEMBERS} more</li>}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  list: css({ listStyle: 'none', margin: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(0.25) }),
  button: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: 0,
    border: 'none',
    background: 'none',
    color: theme.colors.text.link,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  reason: css({
    paddingLeft: theme.spacing(2),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
