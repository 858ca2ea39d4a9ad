import { useEffect, useMemo, useState } from 'react';
import { MAIN_THREAD } from '../../browser/pause';
import { raiseStates } from '../../core/alerts';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import type { ThresholdRule } from '../../core/model/threshold';
import { runInSlices, type Slicing } from '../../core/steps/runInSlices';
import { evaluateThresholds, thresholdSteps } from '../../core/thresholds';

/** Traffic and the states of that traffic. */
export interface JudgedTraffic {
  readonly result: TrafficResult;
  readonly states: ThresholdStates;
}

/** How much is judged at once, and how the rest is cut. */
export interface Judging {
  readonly slicing: Slicing;
  /** Cells, edges and nodes × buckets, that are judged at once: within a frame or two. */
  readonly cellsAtOnce: number;
}

const JUDGING: Judging = Object.freeze({ slicing: MAIN_THREAD, cellsAtOnce: 150_000 });

function isLarge({ history: { nodes, edges, times } }: TrafficResult, cellsAtOnce: number): boolean {
  return (nodes.ids.length + edges.ids.length) * times.length > cellsAtOnce;
}

function raised({ history, alerts = [] }: TrafficResult, states: ThresholdStates): ThresholdStates {
  return raiseStates(history, states, alerts);
}

/**
 * Judges traffic by rules, only when one of them changes. Small traffic is judged at once. With great traffic the page
 * stays quick: until it is judged, what was judged last is shown, at first with the states that the query brought.
 * Newer traffic or rules end the work on older ones.
 *
 * @param rules those of the result itself have been evaluated by the data source
 */
export function useStates(
  result: TrafficResult | undefined,
  rules: readonly ThresholdRule[] | undefined,
  { slicing, cellsAtOnce }: Judging = JUDGING
): JudgedTraffic | undefined {
  const [judged, setJudged] = useState<JudgedTraffic & { readonly rules: readonly ThresholdRule[] }>();
  const waiting = useMemo(
    () =>
      result === undefined || rules === undefined || rules === result.thresholds || !isLarge(result, cellsAtOnce)
        ? undefined
        : { result, rules },
    [result, rules, cellsAtOnce]
  );
  const atOnce = useMemo(() => {
    if (result === undefined || rules === undefined || waiting !== undefined) {
      return undefined;
    }
    return rules === result.thresholds
      ? { result, states: result.states }
      : { result, states: raised(result, evaluateThresholds(result.history, rules)) };
  }, [result, rules, waiting]);
  useEffect(
    () =>
      waiting &&
      runInSlices(
        thresholdSteps(waiting.result.history, waiting.rules),
        slicing,
        (states) => setJudged({ ...waiting, states: raised(waiting.result, states) }),
        (error) =>
          setJudged(() => {
            throw error;
          })
      ),
    [waiting, slicing]
  );
  if (waiting === undefined && judged !== undefined) {
    // What is shown now is newer.
    setJudged(undefined);
  }
  const meanwhile = useMemo(() => result && { result, states: result.states }, [result]);
  return waiting === undefined ? atOnce : (judged ?? meanwhile);
}
