import type { DataQueryRequest } from '@grafana/data';
import type { TrafficHistory } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import type { Steps } from '../../core/steps/steps';
import type { SubjectLinks } from '../../frames/linkFields';
import type { ReplaceVariables } from '../query/interpolate';
import type { ResolvedDefinition } from '../query/resolveUpstream';
import type { TrafficQuery } from '../types';
import { exploreLinks } from './exploreLinks';
import { templateLinks } from './templateLinks';
import type { LinkSettings } from './types';

/** All links of a query: those of its templates, and behind them the ones to Explore. */
export function* subjectLinks(
  { explore = true, templates = [] }: LinkSettings,
  resolved: readonly ResolvedDefinition[],
  history: TrafficHistory,
  request: DataQueryRequest<TrafficQuery>,
  replace: ReplaceVariables
): Steps<SubjectLinks & { readonly notices: readonly Notice[] }> {
  const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
  const written = yield* templateLinks(templates, history, range, (text, format) =>
    replace(text, request.scopedVars, format)
  );
  const explored = explore ? yield* exploreLinks(resolved, history, request) : { nodes: [], edges: [] };
  return {
    nodes: [...written.nodes, ...explored.nodes],
    edges: [...written.edges, ...explored.edges],
    notices: written.notices,
  };
}
