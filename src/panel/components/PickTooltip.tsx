import React, { useMemo } from 'react';
import type { AttachedAlert } from '../../core/model/alert';
import type { ThresholdStates } from '../../core/model/result';
import type { TrafficView } from '../../core/model/view';
import { reasonWords } from '../../core/thresholds';
import type { ScenePick, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import type { MapPoint } from '../interaction/usePointer';
import { lastTransition, subjectOf } from '../model/describe';
import { firingAlerts } from '../model/firingAlerts';
import { pickFacts } from '../model/summary';
import { Tooltip } from './Tooltip';

interface Props {
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly states: ThresholdStates;
  readonly alerts: readonly AttachedAlert[];
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly at: MapPoint;
}

/** The tooltip of a node or edge of a view. */
export function PickTooltip({ view, pick, states, alerts, format, theme, at }: Props) {
  const transition = lastTransition(states.transitions, subjectOf(view, pick), view.time);
  const reason = reasonWords(transition, format, view.nodes.metrics);
  // The reason tells the value at that time, beside which stand those of now. Alerts are listed anyway.
  const why = transition?.alert === undefined ? `: ${reason}` : '';
  const since = transition && reason !== undefined ? `since ${format.clock(transition.time)}${why}` : undefined;
  const firing = useMemo(() => firingAlerts(view, pick, alerts), [view, pick, alerts]);
  return (
    <Tooltip
      facts={pickFacts(view, pick)}
      reason={since}
      alerts={firing}
      format={format}
      theme={theme}
      at={{ x: at.clientX, y: at.clientY }}
    />
  );
}
