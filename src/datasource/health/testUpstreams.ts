import type { DataSourceApi, TestDataSourceResponse } from '@grafana/data';
import { failureOf, missingDataSource } from '../query/failure';
import type { UpstreamReference } from '../types';
import { delegatedUpstream } from '../upstreams';

interface Finding {
  readonly answers: boolean;
  readonly text: string;
}

const NONE_CONFIGURED =
  'Ready with simulated traffic. Add a Prometheus or Graphite data source above to see your own, or choose one in a query.';

/** Asks every upstream whether it works, and says of each what it answered and what to do. Never rejects. */
export async function testUpstreams(
  upstreams: readonly UpstreamReference[],
  getDataSource: (uid: string) => Promise<DataSourceApi>
): Promise<TestDataSourceResponse> {
  if (upstreams.length === 0) {
    return { status: 'success', message: NONE_CONFIGURED };
  }
  const findings = await Promise.all(upstreams.map((upstream) => testUpstream(upstream, getDataSource)));
  const failing = findings.filter((finding) => !finding.answers);
  const texts = [...failing, ...findings.filter((finding) => finding.answers)].map((finding) => finding.text);
  return {
    status: failing.length > 0 ? 'error' : 'success',
    message: texts.join(' '),
  };
}

async function testUpstream(
  { uid, kind }: UpstreamReference,
  getDataSource: (uid: string) => Promise<DataSourceApi>
): Promise<Finding> {
  const { label } = delegatedUpstream(kind);
  let dataSource: DataSourceApi;
  try {
    dataSource = await getDataSource(uid);
  } catch {
    return { answers: false, text: missingDataSource(uid).message };
  }
  const name = `${label} “${dataSource.name}”`;
  try {
    const answer = await dataSource.testDatasource();
    return answer.status.toLowerCase() === 'error'
      ? { answers: false, text: `${name} fails its own test: ${answer.message}` }
      : { answers: true, text: `${name} answers.` };
  } catch (error) {
    return { answers: false, text: failureOf(error, name).message };
  }
}
