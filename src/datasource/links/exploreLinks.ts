import type { DataQueryRequest, DataSourceApi, TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { TrafficHistory } from '../../core/model/history';
import type { ExpressionName } from '../../core/model/result';
import { overRows } from '../../core/steps/overRows';
import type { Steps } from '../../core/steps/steps';
import type { LinkColumn, SubjectLinks } from '../../frames/linkFields';
import { mainExpression } from '../../upstream/request';
import { narrowByFilters } from '../filters/narrowByFilters';
import type { ResolvedDefinition } from '../query/resolveUpstream';
import type { QueryDefinition, TrafficQuery } from '../types';
import { endMatches, type LabelMatch } from './endMatch';
import { narrowing, type Narrowing } from './narrowing';

/** Stands for what differs from subject to subject. A character for private use, which no expression has. */
const PLACE = '\uE000';

type Asked = Extract<ResolvedDefinition, { answeredBy: 'dataSource' }>;

/**
 * Links that open Explore on the requests of each definition (or on the bytes, where it asks for no requests), and on its
 * latency with exemplars, narrowed to a service or an edge. What a service gets is what comes in; one that nobody calls,
 * what goes out. One column a definition and link, null where the definition has not seen the subject.
 */
export function* exploreLinks(
  resolved: readonly ResolvedDefinition[],
  history: TrafficHistory,
  request: Pick<DataQueryRequest<TrafficQuery>, 'range' | 'scopedVars' | 'filters'>
): Steps<SubjectLinks> {
  const asked = resolved.flatMap((each) => (each.answeredBy === 'dataSource' ? [each] : []));
  const called = new Uint8Array(history.nodes.ids.length);
  for (const target of history.edges.target) {
    called[target] = 1;
  }
  const nodes: LinkColumn[] = [];
  const edges: LinkColumn[] = [];
  for (const each of asked) {
    const of = asked.length === 1 ? '' : `: ${each.definition.id}`;
    // Most of the texts are the same for both links, and they are many.
    const known = new Map<Narrowing['textOf'], SubjectTexts>();
    for (const [title, query] of [
      [`Explore${of}`, narrowedQuery(each, mainExpression(each.definition.expressions), request)],
      [`Explore latency${of}`, exemplarQuery(each, request)],
    ] as const) {
      if (query !== undefined) {
        const texts = known.get(query.textOf) ?? (yield* subjectTexts(each.definition, query.textOf, history, called));
        known.set(query.textOf, texts);
        nodes.push({ title, url: query.url, values: texts.nodes });
        edges.push({ title, url: query.url, values: texts.edges });
      }
    }
  }
  return { nodes, edges };
}

type Expression = readonly [ExpressionName, string];
type Dashboard = Pick<DataQueryRequest<TrafficQuery>, 'range' | 'scopedVars' | 'filters'>;

/** Latencies, those first that tell most of what is slow. */
const LATENCIES = ['p95', 'p99', 'p50'] as const;

/**
 * The latency of a definition, asked for with exemplars: they are requests by how long they took, so that they stand on
 * its scale. Undefined where the upstream has none, or they could not be narrowed: they would be those of all edges.
 */
function exemplarQuery(asked: Asked, dashboard: Dashboard): NarrowedQuery | undefined {
  const { expressions } = asked.definition;
  const name = LATENCIES.find((each) => expressions[each]?.trim());
  const { withExemplars } = asked.upstream;
  const query =
    name && withExemplars && narrowedQuery(asked, [name, expressions[name] ?? ''], dashboard, withExemplars);
  return query?.isInside ? query : undefined;
}

interface NarrowedQuery extends Pick<Narrowing, 'textOf' | 'isInside'> {
  /** The address, with a place for the text of a subject. */
  readonly url: string;
}

/** The upstream's own query, as the dashboard's variables and filters leave it; undefined where it cannot be told. */
function narrowedQuery(
  { dataSource, upstream, definition }: Asked,
  asked: Expression | undefined,
  { range, scopedVars, filters }: Dashboard,
  change: (target: DataQuery) => DataQuery = (target) => target
): NarrowedQuery | undefined {
  const ref = { uid: dataSource.uid, type: dataSource.type };
  if (asked === undefined) {
    return undefined;
  }
  const { expressions, filters: left } = upstream.takesAdHocFilters
    ? narrowByFilters([asked], filters)
    : { expressions: [asked], filters };
  const [{ targets }] = upstream.subRequests(expressions, ref, 'A');
  const own = { ...scopedVars };
  // Explore has an interval of its own.
  delete own.__interval;
  delete own.__interval_ms;
  const query = interpolated(dataSource, { ...change(targets[0]), refId: 'A' }, own, left && [...left]);
  const key = upstream.expressionField;
  const expression: unknown = query && Reflect.get(query, key);
  if (typeof expression !== 'string') {
    return undefined;
  }
  const { parts, textOf, isInside } = narrowing(definition, expression.replaceAll(PLACE, ''));
  return { url: exploreUrl(ref.uid, { ...query, [key]: parts.join(PLACE) }, range), textOf, isInside };
}

function interpolated(
  dataSource: DataSourceApi,
  query: DataQuery,
  scopedVars: DataQueryRequest['scopedVars'],
  filters: DataQueryRequest['filters']
): DataQuery | undefined {
  try {
    return dataSource.interpolateVariablesInQueries?.([query], scopedVars, filters)[0] ?? query;
  } catch {
    // Another plugin's failure; the map is worth more than the link.
    return undefined;
  }
}

function exploreUrl(uid: string, query: object, { raw, from, to }: TimeRange): string {
  const text = (end: TimeRange['raw']['from'], at: TimeRange['from']) =>
    typeof end === 'string' ? end : String(at.valueOf());
  const range = { from: text(raw.from, from), to: text(raw.to, to) };
  const panes = JSON.stringify({ traffic: { datasource: uid, queries: [query], range } });
  const [before, ...after] = panes.split(PLACE).map(encodeURIComponent);
  return `/explore?schemaVersion=1&panes=${[before, ...after].join('${__value.raw:percentencode}')}`;
}

/** Cells of a table that take as long as the link of one row, about. */
const LINK_WIDTH = 200;

function* textsOf(rows: number, textOf: (row: number) => string | null): Steps<ReadonlyArray<string | null>> {
  const texts = new Array<string | null>(rows);
  yield* overRows(rows, LINK_WIDTH, (from, end) => {
    for (let row = from; row < end; row++) {
      texts[row] = textOf(row);
    }
  });
  return texts;
}

/** What each service, and each edge, puts into an address; null where the definition has not seen it. */
interface SubjectTexts {
  readonly nodes: LinkColumn['values'];
  readonly edges: LinkColumn['values'];
}

function* subjectTexts(
  definition: QueryDefinition,
  textOf: Narrowing['textOf'],
  { nodes, edges }: TrafficHistory,
  called: Uint8Array
): Steps<SubjectTexts> {
  const sourceMatches = endMatches(definition, 'source', nodes);
  const targetMatches = endMatches(definition, 'target', nodes);
  const write = (matches: readonly LabelMatch[]) => JSON.stringify(textOf(matches)).slice(1, -1);
  const seen = (seenIn: readonly string[]) => seenIn.includes(definition.id);
  return {
    nodes: yield* textsOf(nodes.ids.length, (node) =>
      seen(nodes.seenIn[node]) ? write(called[node] ? targetMatches(node) : sourceMatches(node)) : null
    ),
    edges: yield* textsOf(edges.ids.length, (edge) =>
      seen(edges.seenIn[edge])
        ? write([...sourceMatches(edges.source[edge]), ...targetMatches(edges.target[edge])])
        : null
    ),
  };
}
