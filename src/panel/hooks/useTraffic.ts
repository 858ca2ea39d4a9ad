import { useMemo, useState } from 'react';
import type { DataQueryError, PanelData } from '@grafana/data';
import { raiseStates } from '../../core/alerts';
import type { Notice } from '../../core/model/notice';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import { evaluateThresholds } from '../../core/thresholds/evaluateThresholds';
import { decodeTraffic } from '../../frames/decode';
import { dataMessage, errorText, type PanelMessage } from '../model/messages';
import { frameMapping } from '../options/frameMapping';
import { panelRules } from '../options/thresholdRules';
import type { PanelOptions } from '../options/types';

/** What a panel knows of its data. */
export interface Traffic {
  /** The last answer that held traffic; older than the query's own while `staleSince` is set. */
  readonly result?: TrafficResult;
  /** By the panel's rules and then the query's. */
  readonly states?: ThresholdStates;
  readonly notices: readonly Notice[];
  /** Set where there is nothing to draw. */
  readonly message?: PanelMessage;
  /** The time in milliseconds of the last good data, while newer queries fail. */
  readonly staleSince?: number;
}

const NO_ERRORS: readonly DataQueryError[] = Object.freeze([]);

/** Decodes the panel's frames, and evaluates its thresholds; both only when what they depend on changes. */
export function useTraffic(data: PanelData, options: PanelOptions): Traffic {
  const { series, state } = data;
  const time = data.timeRange.to.valueOf();
  const errors = useMemo(() => data.errors ?? (data.error === undefined ? NO_ERRORS : [data.error]), [data]);
  const decoded = useMemo(
    () => decodeTraffic(series, frameMapping(options.mapping), { time }),
    [series, options.mapping, time]
  );
  const [lastGood, setLastGood] = useState<TrafficResult>();

  const fresh =
    decoded.result !== undefined && decoded.result.history.nodes.ids.length > 0 ? decoded.result : undefined;
  if (fresh !== undefined && fresh !== lastGood) {
    setLastGood(fresh);
  }
  const keep = fresh === undefined && errors.length > 0 ? lastGood : undefined;
  const result = fresh ?? keep;

  const evaluated = useMemo(() => {
    if (result === undefined) {
      return undefined;
    }
    const own = panelRules(options.thresholds, result.thresholds);
    const states =
      own.rules === result.thresholds
        ? result.states
        : raiseStates(result.history, evaluateThresholds(result.history, own.rules), result.alerts ?? []);
    return { states, notices: own.notices };
  }, [result, options.thresholds]);

  const message = useMemo(
    () =>
      result === undefined
        ? dataMessage({ state, frames: series, errors, result: decoded.result, problem: decoded.problem })
        : undefined,
    [result, state, series, errors, decoded]
  );
  const notices = useMemo(
    () => [
      ...(message === undefined ? errors.map((error): Notice => ({ severity: 'error', text: errorText(error) })) : []),
      ...(result === undefined ? [] : result.notices),
      ...(evaluated?.notices ?? []),
    ],
    [message, errors, result, evaluated]
  );
  const times = keep?.history.times;
  const staleSince = times === undefined ? undefined : times[times.length - 1];
  return { result, states: evaluated?.states, notices, message, staleSince };
}
