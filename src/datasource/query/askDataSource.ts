import type { DataSourceApi, TimeRange } from '@grafana/data';
import { catchError, forkJoin, map, mergeMap, type Observable, of } from 'rxjs';
import type { Notice } from '../../core/model/notice';
import type { ExpressionName } from '../../core/model/result';
import type { SeriesTable } from '../../core/model/series';
import type { Steps } from '../../core/steps/steps';
import { atPresent } from '../../upstream/baseline';
import { tableSteps } from '../../upstream/frames/tableFromFrames';
import type { TimeGrid } from '../../upstream/grid';
import { latestTables, recentBuckets } from '../../upstream/instant';
import { askedExpressions, expressionTitle, mainExpression } from '../../upstream/request';
import { narrowByFilters } from '../filters/narrowByFilters';
import type { QueryDefinition } from '../types';
import type { DelegatedUpstream, SubRequest } from '../upstreams/upstream';
import type { AskContext, DefinitionAnswer } from './answer';
import { collectAnswer, type CollectedAnswer } from './collectAnswer';
import { type Failure, failureOf } from './failure';
import { inSlices } from './inSlices';
import { earlierRange, rangeBefore, subRequest } from './subRequest';

/** What one expression came to. */
type ExpressionAnswer =
  | { readonly name: ExpressionName; readonly table: SeriesTable; readonly notices: readonly Notice[] }
  | { readonly name: ExpressionName; readonly failure: Failure };

/**
 * Asks an existing data source for all expressions of a definition. Without requests (or bytes, where no requests are
 * asked for) there is no traffic, so that their failure is the definition's; that of another expression costs its column
 * only, and a notice says so.
 */
export function askDataSource(
  definition: QueryDefinition,
  dataSource: DataSourceApi,
  upstream: DelegatedUpstream,
  refIdPrefix: string,
  context: AskContext
): Observable<DefinitionAnswer> {
  const { request, grid, baseline } = context;
  const parts = subRequests(definition, dataSource, upstream, refIdPrefix, context);
  const answers = parts.map((part, index) => {
    const requestId = `${request.requestId}-${refIdPrefix}-${index}`;
    const shiftMs = baseline && isBaseline(part) ? grid.to - baseline.to : 0;
    const { range, maxDataPoints } = rangeOf(upstream, shiftMs, context);
    const asked = subRequest(request, part, { stepMs: grid.stepMs, maxDataPoints }, requestId, range);
    return collectAnswer(dataSource, asked, context.services.timeoutMs).pipe(
      mergeMap((answer) =>
        inSlices(
          () => readPart(part, answer, definition, { name: dataSource.name, upstream }, context),
          context.services.slicing
        )
      ),
      catchError((error: unknown) => {
        const failure = failureOf(error, dataSource.name, context.services.timeoutMs);
        return of(Object.values(part.expressionOf).map((name): ExpressionAnswer => ({ name, failure })));
      })
    );
  });
  return forkJoin(answers).pipe(
    map((read) => assemble(definition, read.flat(), filterNotices(upstream, dataSource, context), context.instant))
  );
}

/**
 * The time that is asked about, and the points that are enough for it. The range of an instant ends with its bucket,
 * and is as long as the dashboard's, since `$__rate_interval` depends on that; or it is short, where there are no
 * instants.
 */
function rangeOf(
  { lookback }: DelegatedUpstream,
  shiftMs: number,
  { request, grid, instant, maxDataPoints }: AskContext
): { readonly range: TimeRange; readonly maxDataPoints: number } {
  if (!instant) {
    return { range: earlierRange(request.range, shiftMs), maxDataPoints };
  }
  if (lookback) {
    const { lengthMs, maxDataPoints: points } = lookback(grid.stepMs);
    return { range: rangeBefore(grid.to - shiftMs, lengthMs), maxDataPoints: points };
  }
  return { range: earlierRange(request.range, request.range.to.valueOf() - grid.to + shiftMs), maxDataPoints };
}

/** The requests of an earlier time are asked by themselves: a request has one range. */
function subRequests(
  definition: QueryDefinition,
  { uid, type }: DataSourceApi,
  upstream: DelegatedUpstream,
  prefix: string,
  { request, baseline, instant }: AskContext
): readonly SubRequest[] {
  const ask = (names: ReadonlyArray<readonly [ExpressionName, string]>): readonly SubRequest[] => {
    const { expressions, filters } = upstream.takesAdHocFilters
      ? narrowByFilters(names, request.filters)
      : { expressions: names, filters: undefined };
    return upstream
      .subRequests(expressions, { uid, type }, prefix, instant)
      .map((part) => ({ ...part, ...(filters && { filters }) }));
  };
  const present = ask(askedExpressions(definition));
  const { requests = '' } = definition.expressions;
  return baseline && requests.trim() !== '' ? [...present, ...ask([['baseline', requests]])] : present;
}

function isBaseline({ expressionOf }: SubRequest): boolean {
  return Object.values(expressionOf).includes('baseline');
}

function* readPart(
  part: SubRequest,
  { frames, errors }: CollectedAnswer,
  definition: QueryDefinition,
  { name: upstream, upstream: { lookback } }: { readonly name: string; readonly upstream: DelegatedUpstream },
  { grid, baseline, instant }: AskContext
): Steps<readonly ExpressionAnswer[]> {
  const entries = Object.entries(part.expressionOf);
  const isAlone = entries.length === 1;
  const read = (each: TimeGrid) => (instant && lookback ? recentBuckets(each) : each);
  const answers: ExpressionAnswer[] = [];
  for (const [refId, name] of entries) {
    const error = errors.find((each) => isAlone || each.refId === undefined || each.refId === refId);
    if (error) {
      answers.push({ name, failure: failureOf(error, upstream) });
      continue;
    }
    const own = isAlone ? frames : frames.filter((frame) => frame.refId === refId);
    const options = {
      kind: definition.kind === 'graphite' ? 'graphite' : 'prometheus',
      upstream,
      pathPattern: definition.pathPattern,
    } as const;
    if (name === 'baseline' && baseline) {
      // What there is to say of its series is said of the requests.
      const { table } = yield* tableSteps(own, read(baseline), options);
      answers.push({ name, table: atPresent(table, baseline, grid), notices: [] });
    } else {
      answers.push({ name, ...(yield* tableSteps(own, read(grid), options)) });
    }
  }
  return answers;
}

function assemble(
  definition: QueryDefinition,
  answers: readonly ExpressionAnswer[],
  notices: readonly Notice[],
  instant: boolean
): DefinitionAnswer {
  const tables: Partial<Record<ExpressionName, SeriesTable>> = {};
  const said: Notice[] = [...notices];
  const [main] = mainExpression(definition.expressions) ?? ['requests'];
  for (const answer of answers) {
    if ('table' in answer) {
      tables[answer.name] = answer.table;
      said.push(...answer.notices);
    } else if (answer.name === main) {
      return { definition, failure: answer.failure, notices: [] };
    } else {
      const text = `${expressionTitle(answer.name, definition)} of “${definition.id}” are missing. ${answer.failure.message}`;
      said.push({ severity: 'warning', upstream: answer.failure.upstream, text });
    }
  }
  return { definition, input: { definition, tables: instant ? latestTables(tables) : tables }, notices: said };
}

function filterNotices(
  upstream: DelegatedUpstream,
  dataSource: DataSourceApi,
  { request }: AskContext
): readonly Notice[] {
  const filters = request.filters?.length ?? 0;
  if (filters === 0 || upstream.takesAdHocFilters) {
    return [];
  }
  const text = `The dashboard's ad hoc filters do not narrow ${dataSource.name}: ${upstream.label} has none.`;
  return [{ severity: 'info', upstream: dataSource.name, text }];
}
