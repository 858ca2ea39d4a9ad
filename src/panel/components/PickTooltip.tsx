import React from 'react';
import type { ThresholdStates } from '../../core/model/result';
import type { TrafficView } from '../../core/model/view';
import { reasonWords } from '../../core/thresholds';
import type { ScenePick, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import type { MapPoint } from '../interaction/usePointer';
import { lastTransition, subjectOf } from '../model/describe';
import { pickFacts } from '../model/summary';
import { Tooltip } from './Tooltip';

interface Props {
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly states: ThresholdStates;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly at: MapPoint;
}

/** The tooltip of a node or edge of a view. */
export function PickTooltip({ view, pick, states, format, theme, at }: Props) {
  const transition = lastTransition(states.transitions, subjectOf(view, pick), view.time);
  return (
    <Tooltip
      facts={pickFacts(view, pick)}
      reason={reasonWords(transition, format, view.nodes.metrics)}
      format={format}
      theme={theme}
      at={{ x: at.clientX, y: at.clientY }}
    />
  );
}
