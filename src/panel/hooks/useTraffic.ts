import { useMemo, useState } from 'react';
import type { DataQueryError, InterpolateFunction, PanelData } from '@grafana/data';
import type { Notice } from '../../core/model/notice';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import { blindRuleNotices, resolveRules } from '../../core/thresholds';
import { withUsualRates } from '../../core/view/usualRates';
import { edgeLabelNotices } from '../model/edgeLabels';
import { kindRuleNotices, withKinds } from '../model/kindRules';
import { dataMessage, errorText, type PanelMessage } from '../model/messages';
import { frameMapping } from '../options/frameMapping';
import { panelRules, writtenRules } from '../options/thresholdRules';
import type { PanelOptions } from '../options/types';
import { useDecoded } from './useDecoded';
import { useEqual } from './useEqual';
import { useStates, type JudgedTraffic } from './useStates';

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

/**
 * Decodes the panel's frames, and evaluates its thresholds; both only when what they depend on changes. While great
 * traffic is read and judged, the traffic before it stays.
 */
export function useTraffic(data: PanelData, options: PanelOptions, replaceVariables: InterpolateFunction): Traffic {
  const { series, state } = data;
  const time = data.timeRange.to.valueOf();
  const errors = useMemo(() => data.errors ?? (data.error === undefined ? NO_ERRORS : [data.error]), [data]);
  const mapping = useMemo(() => frameMapping(options.mapping) ?? {}, [options.mapping]);
  const decoded = useDecoded(series, mapping, time);
  const [lastGood, setLastGood] = useState<TrafficResult>();

  const fresh =
    decoded?.result !== undefined && decoded.result.history.nodes.ids.length > 0 ? decoded.result : undefined;
  if (fresh !== undefined && fresh !== lastGood) {
    setLastGood(fresh);
  }
  const keep = fresh === undefined && errors.length > 0 ? lastGood : undefined;
  const drawn = fresh ?? keep;

  const { kinds, labels, thresholds } = options;
  const result = useMemo(() => drawn && withRuleKinds(drawn, kinds), [drawn, kinds]);
  // On every render: the values of variables change without the options or the data.
  const written = useEqual(
    resolveRules(writtenRules(thresholds), (text, format) => replaceVariables(text, undefined, format), ' of the panel')
  );
  const own = useMemo(
    () => result && panelRules(thresholds, result.thresholds, written),
    [result, thresholds, written]
  );
  const judged = useStates(result, own?.rules);
  const shown = useMemo(() => judged && withEdgeLabels(judged, labels.edge), [judged, labels.edge]);

  const message = useMemo(
    () => (result === undefined ? dataMessage({ state, frames: series, errors, decoded }) : undefined),
    [result, state, series, errors, decoded]
  );
  const notices = useMemo(
    () => [
      ...(message === undefined ? errors.map((error): Notice => ({ severity: 'error', text: errorText(error) })) : []),
      ...(result === undefined ? [] : result.notices),
      ...(own?.notices ?? []),
      ...(result === undefined ? [] : blindRuleNotices(result.history, written)),
      ...kindRuleNotices(kinds),
      ...(shown === undefined ? [] : edgeLabelNotices(shown.result.history, labels.edge)),
    ],
    [message, errors, result, own, written, kinds, shown, labels.edge]
  );
  const times = keep?.history.times;
  const staleSince = times === undefined ? undefined : times[times.length - 1];
  return { ...shown, notices, message, staleSince };
}

function withRuleKinds(result: TrafficResult, rules: PanelOptions['kinds']): TrafficResult {
  const nodes = withKinds(result.history.nodes, rules);
  return nodes === result.history.nodes ? result : { ...result, history: { ...result.history, nodes } };
}

/** Thresholds know what is usual by themselves; what is written on edges is read from the history. */
function withEdgeLabels(judged: JudgedTraffic, label: PanelOptions['labels']['edge']): JudgedTraffic {
  const { result } = judged;
  return label === 'change' ? { ...judged, result: { ...result, history: withUsualRates(result.history) } } : judged;
}
