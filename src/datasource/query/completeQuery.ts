import { DEFAULT_THRESHOLDS } from '../../core/thresholds';
import { mainExpression } from '../../upstream/request';
import {
  BASELINE_MS,
  type CompleteRequest,
  DEFAULT_RESOLUTION,
  type QueryDefinition,
  type TrafficQuery,
} from '../types';

/** What a new query asks: a simulated company, so that there is a living map before anything is connected. */
export const SIMULATED_DEFINITION: QueryDefinition = Object.freeze({
  id: 'simulated',
  kind: 'simulated',
  upstream: '',
  expressions: Object.freeze({ requests: '' }),
  mapping: Object.freeze({ source: Object.freeze({}), target: Object.freeze({}) }),
} as const);

/** Whether a definition has anything to ask. */
export function isAnswerable({ hidden, kind, pasted = '', expressions }: QueryDefinition): boolean {
  if (hidden) {
    return false;
  }
  switch (kind) {
    case 'simulated':
    case 'vizceral':
      return true;
    case 'pasted':
      return pasted.trim() !== '';
    default:
      return mainExpression(expressions) !== undefined;
  }
}

/** Fills in what a query leaves out. */
export function completeQuery(query: TrafficQuery, resolution: number = DEFAULT_RESOLUTION): CompleteRequest {
  return {
    definitions: query.definitions ?? [SIMULATED_DEFINITION],
    merge: query.merge ?? 'prefer',
    thresholds: query.thresholds ?? DEFAULT_THRESHOLDS,
    resolution: query.resolution ?? resolution,
    instant: query.instant === true,
    ...(query.baseline !== undefined && query.baseline in BASELINE_MS && { baseline: query.baseline }),
    ...(query.shape && { shape: query.shape }),
  };
}
