import { deriveTraffic, type DerivedTraffic } from '../../src/core/derive/deriveTraffic';
import type { MergeRule, TrafficDefinition } from '../../src/core/model/definition';
import type { Notice } from '../../src/core/model/notice';
import type { GraphShape } from '../../src/core/model/shape';
import { createFetchTransport } from '../../src/upstream/http/fetchTransport';
import { type HttpQueryOptions, queryOverHttp } from '../../src/upstream/http/queryOverHttp';
import type { TimeGrid } from '../../src/upstream/grid';

/** A definition and the address that answers it. */
export interface Asked {
  readonly definition: TrafficDefinition;
  readonly url: string;
}

/** Traffic as it came through the whole path, with the notices of its upstreams and of its derivation. */
export interface ReadTraffic extends DerivedTraffic {
  readonly upstreamNotices: readonly Notice[];
}

/** Asks real servers and derives traffic from their answers, as the reporter does. */
export async function readTraffic(
  asked: readonly Asked[],
  grid: TimeGrid & Pick<HttpQueryOptions, 'baselineMs' | 'instant'>,
  merge: MergeRule = 'prefer',
  shape: GraphShape = {}
): Promise<ReadTraffic> {
  const transport = createFetchTransport();
  const answers = await Promise.all(
    asked.map(({ definition, url }) =>
      queryOverHttp(definition, { ...grid, url, upstreamName: definition.id }, transport)
    )
  );
  return { ...deriveTraffic(answers, merge, shape), upstreamNotices: answers.flatMap(({ notices }) => notices) };
}
