import type { TrafficHistory } from '../../model/history';
import type { Notice } from '../../model/notice';
import { anchoredPattern } from '../../model/pattern';
import type { ShapeCounts } from '../../model/result';
import { DEFAULT_LIMITS, type GraphShape } from '../../model/shape';
import { runAtOnce, type Steps } from '../../steps/steps';

import { volumeOf } from './edgeTotals';
import { surplusExternals } from './externals';
import { findHubs, gatherCallers } from './hubs';
import { recentlyActive } from './idle';
import { mergeNodes } from './mergeNodes';
import { keepEdges } from './pickEdges';
import { topEdges } from './topEdges';

/** A history with what is drawn of it, and what is not. */
export interface ShapedTraffic {
  readonly history: TrafficHistory;
  readonly counts: ShapeCounts;
  readonly notices: readonly Notice[];
}

interface Step {
  readonly history: TrafficHistory;
  readonly notices: readonly Notice[];
}

/** Names quoted in a notice at most. */
const QUOTED = 3;

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, QUOTED).map((name) => `"${name}"`);
  return `${shown.join(', ')}${names.length > QUOTED ? ` and ${count(names.length - QUOTED)} more` : ''}`;
}

function told(history: TrafficHistory, text: string, severity: Notice['severity'] = 'info'): Step {
  return { history, notices: [{ severity, text }] };
}

function* withoutIdle(history: TrafficHistory, keepSeconds: number | undefined): Steps<Step> {
  if (keepSeconds === undefined || !(keepSeconds >= 0)) {
    return { history, notices: [] };
  }
  const active = recentlyActive(history, keepSeconds);
  const idle = active.length - active.reduce((sum, flag) => sum + flag, 0);
  return idle === 0
    ? { history, notices: [] }
    : told(
        yield* keepEdges(history, active),
        `${count(idle)} ${idle === 1 ? 'edge has' : 'edges have'} had no traffic for more than ${count(keepSeconds)} s and ${idle === 1 ? 'is' : 'are'} not drawn. Keep idle edges longer to see ${idle === 1 ? 'it' : 'them'}.`
      );
}

function* withoutHubs(
  history: TrafficHistory,
  rule: GraphShape['hubs'],
  definitionIds: readonly string[]
): Steps<Step> {
  if (rule === undefined) {
    return { history, notices: [] };
  }
  const hubs = findHubs(history, rule);
  const invalid: Notice[] =
    rule.match && !anchoredPattern(rule.match)
      ? [
          {
            severity: 'warning',
            text: `Hubs are not found by name: "${rule.match}" is no valid regular expression. Correct it.`,
          },
        ]
      : [];
  const names = history.nodes.names.filter((_, node) => hubs[node] === 1);
  if (names.length === 0) {
    return { history, notices: invalid };
  }
  const { source, target } = history.edges;
  const hides = rule.show === 'hide';
  const volume = yield* volumeOf(history);
  const isAffected = (edge: number): boolean => hubs[target[edge]] === 1 || (hides && hubs[source[edge]] === 1);
  const affected = [...volume.of.keys()].filter(isAffected);
  const rate = affected.reduce((sum, edge) => sum + volume.of[edge], 0);
  const kept = Uint8Array.from(volume.of, (_, edge) => (isAffected(edge) ? 0 : 1));
  const shaped = hides
    ? yield* keepEdges(history, kept)
    : mergeNodes(history, gatherCallers(history, hubs), definitionIds);
  const what = `${quoted(names)} ${names.length === 1 ? 'is a hub' : 'are hubs'}: ${count(affected.length)} ${affected.length === 1 ? 'edge' : 'edges'} with ${count(Number(rate.toPrecision(3)))} ${volume.noun} per second`;
  const text = `${what} ${hides ? 'are not drawn' : 'are drawn as one edge to each'}.`;
  return { history: shaped, notices: [...invalid, { severity: 'info', text }] };
}

function* withFewExternals(
  history: TrafficHistory,
  most: number | undefined,
  definitionIds: readonly string[]
): Steps<Step> {
  const moves = most === undefined || !(most >= 0) ? undefined : yield* surplusExternals(history, most);
  if (moves === undefined || moves.merged === 0) {
    return { history, notices: [] };
  }
  return told(
    mergeNodes(history, moves, definitionIds),
    `${count(moves.merged)} external nodes with fewer requests are drawn as one ("others").`
  );
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

function* withinLimit(history: TrafficHistory, limit: number): Steps<Step> {
  const all = history.edges.ids.length;
  if (!(limit >= 1) || all <= limit) {
    return { history, notices: [] };
  }
  const { kept, share, noun } = yield* topEdges(history, limit);
  return told(
    yield* keepEdges(history, kept),
    `Showing the top ${count(limit)} of ${count(all)} edges by rate; they carry ${percent(share)} of the ${noun}. Narrow the query, or raise its limit of edges.`,
    'warning'
  );
}

/**
 * What is drawn of a whole history: idle edges, hubs, crowds of external nodes and edges beyond the limit are left out or
 * drawn as one, counted, and told. Ids and order of what stays are kept; the history given is not changed.
 *
 * @param definitionIds in the order of the query
 */
export function shapeTraffic(
  history: TrafficHistory,
  shape: GraphShape,
  definitionIds: readonly string[]
): ShapedTraffic {
  return runAtOnce(shapingSteps(history, shape, definitionIds));
}

/** `shapeTraffic` in steps, so that the main thread can do other things in between. */
export function* shapingSteps(
  history: TrafficHistory,
  shape: GraphShape,
  definitionIds: readonly string[]
): Steps<ShapedTraffic> {
  const active = yield* withoutIdle(history, shape.keepIdleSeconds);
  const calm = yield* withoutHubs(active.history, shape.hubs, definitionIds);
  const few = yield* withFewExternals(calm.history, shape.externals, definitionIds);
  const limited = yield* withinLimit(few.history, Math.trunc(shape.limits?.edges ?? DEFAULT_LIMITS.edges));
  const steps = [history, active.history, calm.history, few.history, limited.history].map(
    ({ edges }) => edges.ids.length
  );
  return {
    history: limited.history,
    counts: {
      edges: steps[0],
      idle: steps[0] - steps[1],
      hubs: steps[1] - steps[2],
      externals: steps[2] - steps[3],
      overLimit: steps[3] - steps[4],
      shown: steps[4],
    },
    notices: [active, calm, few, limited].flatMap(({ notices }) => notices),
  };
}
