import type { TrafficExpressions } from '../core/model/definition';

/** One HTTP request for one expression, as data. */
export interface UpstreamRequest {
  readonly expression: keyof TrafficExpressions;
  readonly method: 'POST';
  /** To be joined to the upstream's address; begins with "/". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `application/x-www-form-urlencoded`. */
  readonly body: string;
}

export const FORM_HEADERS: Readonly<Record<string, string>> = Object.freeze({
  'Content-Type': 'application/x-www-form-urlencoded',
  Accept: 'application/json',
});

const EXPRESSION_NAMES: ReadonlyArray<keyof TrafficExpressions> = ['requests', 'errors', 'p50', 'p95', 'p99', 'bytes'];

/** Names and text of the expressions that hold one; blank ones are left out. */
export function writtenExpressions(
  expressions: TrafficExpressions
): ReadonlyArray<readonly [keyof TrafficExpressions, string]> {
  return EXPRESSION_NAMES.flatMap((name) => {
    const text = expressions[name]?.trim();
    return text ? [[name, text] as const] : [];
  });
}
