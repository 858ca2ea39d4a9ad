import { createDataFrame, type DataFrame } from '@grafana/data';
import type { QueryPlan } from './planQuery';

/** The answer to a query that asks for nothing: a frame without fields, which says so to whatever shows it. */
export function unasked({ query, complete, malformed }: QueryPlan): DataFrame {
  const { definitions } = complete;
  const isHidden = definitions.length > 0 && definitions.every(({ hidden }) => hidden);
  const text = isHidden
    ? 'No definition of the query is asked: all are hidden. Show one again in the query.'
    : 'Nothing is asked yet. In the query, choose a preset, or write an expression for requests.';
  const notices = [...malformed, { severity: 'info', text } as const];
  return createDataFrame({ refId: query.refId, fields: [], meta: { notices } });
}
