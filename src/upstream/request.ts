import type { TrafficDefinition, TrafficExpressions } from '../core/model/definition';
import { nodeExpressionName } from '../core/model/nodeMetric';
import type { ExpressionName } from '../core/model/result';

/** One HTTP request for one expression, as data. */
export interface UpstreamRequest {
  readonly expression: ExpressionName;
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

/** The expression that makes a definition's edges: that of requests, or where there is none that of bytes. Undefined without either. */
export function mainExpression(expressions: TrafficExpressions): readonly ['requests' | 'bytes', string] | undefined {
  const names = ['requests', 'bytes'] as const;
  return names.flatMap((name) => {
    const text = expressions[name]?.trim();
    return text ? [[name, text] as const] : [];
  })[0];
}

/** All that a definition asks of its upstream: its expressions, and those of its metrics of services. */
export function askedExpressions({
  expressions,
  nodeMetrics = [],
}: Pick<TrafficDefinition, 'expressions' | 'nodeMetrics'>): ReadonlyArray<readonly [ExpressionName, string]> {
  const ofServices = nodeMetrics.flatMap(({ expression }, place) =>
    expression.trim() === '' ? [] : [[nodeExpressionName(place), expression.trim()] as const]
  );
  return [...writtenExpressions(expressions), ...ofServices];
}

const TITLES: Readonly<Partial<Record<ExpressionName, string>>> = {
  requests: 'Requests',
  errors: 'Errors',
  p50: 'Latency p50',
  p95: 'Latency p95',
  p99: 'Latency p99',
  bytes: 'Bytes',
  baseline: 'Usual rates',
};

/** What an expression gives, for notices: of a metric of services its name. */
export function expressionTitle(name: ExpressionName, { nodeMetrics = [] }: TrafficDefinition): string {
  const metric = nodeMetrics.find((_, place) => nodeExpressionName(place) === name);
  return TITLES[name] ?? `Values of “${metric?.name ?? name}”`;
}
