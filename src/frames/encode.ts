import type { DataFrame, Field, PreferredVisualisationType } from '@grafana/data';

import type { TrafficResult } from '../core/model/result';
import { runAtOnce, type Steps } from '../core/steps/steps';
import { CONTRACT_VERSION, type FrameMark, type FrameNotice } from './contract';
import { encodeEdges } from './encodeEdges';
import { encodeHistory, historyMark } from './encodeHistory';
import { encodeNodes } from './encodeNodes';
import { linkFields, type SubjectLinks } from './linkFields';
import { edgesNow, nodesNow } from './nowMetrics';

const NODE_GRAPH: PreferredVisualisationType = 'nodeGraph';

/**
 * A result as the three frames of docs/data-frames.md: `nodes` and `edges`, which Grafana's Node Graph panel, tables
 * and Explore understand, and `history`. The history's arrays are handed over, not copied: do not write to them.
 */
export function encodeTraffic(
  result: TrafficResult,
  options: { readonly refId: string; readonly links?: SubjectLinks }
): DataFrame[] {
  return runAtOnce(encodeSteps(result, options));
}

/** `encodeTraffic` in steps, so that the main thread can do other things in between. */
export function* encodeSteps(
  result: TrafficResult,
  { refId, links }: { readonly refId: string; readonly links?: SubjectLinks }
): Steps<DataFrame[]> {
  const { history } = result;
  const now = edgesNow(history);
  yield;
  const nodesAtPresent = nodesNow(history, now);
  yield;
  const nodeFields = yield* encodeNodes(result, nodesAtPresent);
  yield;
  const edgeFields = yield* encodeEdges(result, now);
  const mark = (part: 'nodes' | 'edges'): FrameMark => ({ trafficIntuition: CONTRACT_VERSION, part });
  const frame = (name: string, fields: Field[], length: number, meta: DataFrame['meta']): DataFrame => ({
    name,
    refId,
    fields,
    length,
    meta,
  });
  const notices = result.notices.map(({ severity, text, link, upstream }): FrameNotice => ({
    severity,
    text,
    link,
    upstream,
  }));
  return [
    frame('nodes', [...nodeFields, ...linkFields(links?.nodes ?? [])], history.nodes.ids.length, {
      preferredVisualisationType: NODE_GRAPH,
      notices,
      custom: { ...mark('nodes') },
    }),
    frame('edges', [...edgeFields, ...linkFields(links?.edges ?? [])], history.edges.ids.length, {
      preferredVisualisationType: NODE_GRAPH,
      custom: { ...mark('edges') },
    }),
    frame('history', encodeHistory(result), history.edges.ids.length * history.times.length, {
      custom: { ...historyMark(result) },
    }),
  ];
}
