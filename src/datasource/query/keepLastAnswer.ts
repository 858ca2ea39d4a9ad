import { askedExpressions } from '../../upstream/request';
import type { AskContext, DefinitionAnswer } from './answer';
import type { ResolvedDefinition } from './resolveUpstream';

const MINUTE = 60_000;

/** "40 s", "2 min". */
function ageText(ageMs: number): string {
  return ageMs < MINUTE ? `${Math.max(1, Math.round(ageMs / 1000))} s` : `${Math.round(ageMs / MINUTE)} min`;
}

/** What makes two questions the same but for their time; undefined for what nobody else is asked about. */
function questionKey(
  resolved: ResolvedDefinition,
  { request, grid, instant, baseline, services }: AskContext
): string | undefined {
  const { definition } = resolved;
  if (resolved.answeredBy === 'address') {
    return JSON.stringify([definition.id, definition.kind, definition.path, grid.stepMs, instant]);
  }
  if (resolved.answeredBy !== 'dataSource') {
    return undefined;
  }
  const expressions = askedExpressions(definition).map(([name, text]) => [
    name,
    services.replace(text, request.scopedVars),
  ]);
  return JSON.stringify([
    definition.id,
    resolved.dataSource.uid,
    definition.kind,
    expressions,
    definition.pathPattern,
    request.filters,
    grid.stepMs,
    instant,
    baseline && grid.to - baseline.to,
  ]);
}

/**
 * Remembers an answer, or takes the last one to the same question where there is none now: then a notice tells why, and
 * `staleSince` from when the numbers are.
 */
export function keepLastAnswer(
  resolved: ResolvedDefinition,
  answer: DefinitionAnswer,
  context: AskContext
): DefinitionAnswer {
  const { lastAnswers } = context.services;
  const key = questionKey(resolved, context);
  if (key === undefined) {
    return answer;
  }
  if (answer.input !== undefined) {
    lastAnswers.remember(key, context.grid, answer.input);
    return answer;
  }
  const last = lastAnswers.recall(key, context.grid);
  if (last === undefined) {
    return answer;
  }
  const { definition, failure, notices } = answer;
  const text = `The edges of “${definition.id}” are as of ${ageText(last.ageMs)} ago. ${failure?.message ?? ''}`.trim();
  return {
    definition,
    // What Vizceral data tells of itself belongs to it; how a data source is read may have changed since.
    input: resolved.answeredBy === 'address' ? last.input : { ...last.input, definition },
    staleSince: last.since,
    notices: [{ severity: 'error', upstream: failure?.upstream, text }, ...notices],
  };
}
