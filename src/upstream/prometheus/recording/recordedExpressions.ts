import type { TrafficDefinition, TrafficExpressions } from '../../../core/model/definition';
import type { ExpressionName } from '../../../core/model/result';
import { mainExpression, writtenExpressions } from '../../request';
import { escapeLabelValue } from '../escape';
import { dashboardVariables } from './dashboardVariables';

/** Label of recorded series that holds the id of the definition they were recorded for. */
export const DEFINITION_LABEL = 'traffic_definition';

/** Name of the series that an expression is recorded as. */
export function recordedName(expression: ExpressionName): string {
  return `traffic_intuition:${expression}`;
}

const REASONS: Readonly<Record<Exclude<TrafficDefinition['kind'], 'prometheus'>, string>> = {
  graphite: 'Graphite has no recording rules',
  simulated: 'simulated traffic needs no rules',
  vizceral: 'Vizceral data needs no rules',
  pasted: 'pasted data needs no rules',
};

/** Why a definition cannot be recorded; undefined for one that can. */
export function unrecordable({ kind, expressions }: TrafficDefinition): string | undefined {
  if (kind !== 'prometheus') {
    return REASONS[kind];
  }
  const written = writtenExpressions(expressions);
  if (mainExpression(expressions) === undefined) {
    return 'it has no expression for requests or bytes';
  }
  const variables = [...new Set(written.flatMap(([, text]) => dashboardVariables(text)))];
  return variables.length === 0
    ? undefined
    : `it uses what only a dashboard knows: ${variables.map((name) => `$${name}`).join(', ')}`;
}

/** Selectors of the recorded series in place of a definition's expressions. Undefined for one that cannot be recorded. */
export function recordedExpressions(definition: TrafficDefinition): TrafficExpressions | undefined {
  if (unrecordable(definition) !== undefined) {
    return undefined;
  }
  const matcher = `{${DEFINITION_LABEL}="${escapeLabelValue(definition.id)}"}`;
  const selectors = writtenExpressions(definition.expressions).map(([name]) => [name, recordedName(name) + matcher]);
  return Object.fromEntries(selectors);
}
