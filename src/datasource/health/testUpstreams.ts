import type { DataSourceApi, TestDataSourceResponse } from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import { collectAnswer } from '../query/collectAnswer';
import { failureOf, missingDataSource } from '../query/failure';
import { recentRequest } from '../query/recentRequest';
import type { UpstreamReference } from '../types';
import { delegatedUpstream } from '../upstreams';
import type { DelegatedUpstream } from '../upstreams/upstream';
import { vizceralFailure } from '../vizceral/vizceralFailure';

interface Finding {
  readonly answers: boolean;
  readonly text: string;
}

/** What a test needs of its surroundings. */
export interface TestServices {
  readonly getDataSource: (uid: string) => Promise<DataSourceApi>;
  /** Milliseconds. */
  readonly now: () => number;
  readonly timeoutMs: number;
  /** Asks for what is at the Vizceral address itself. Absent: the settings have none. */
  readonly askVizceral?: () => Promise<unknown>;
}

const VIZCERAL = 'The Vizceral address';

const NONE_CONFIGURED =
  'Ready with simulated traffic. Add a Prometheus or Graphite data source above to see your own, or choose one in a query.';

/** With a full stop: what servers say themselves often ends without one. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Asks every upstream whether it works, and says of each what it answered and what to do. Never rejects. */
export async function testUpstreams(
  upstreams: readonly UpstreamReference[],
  services: TestServices
): Promise<TestDataSourceResponse> {
  const { askVizceral } = services;
  const findings = await Promise.all([
    ...upstreams.map((upstream) => testUpstream(upstream, services)),
    ...(askVizceral ? [testVizceral(askVizceral, services.timeoutMs)] : []),
  ]);
  if (findings.length === 0) {
    return { status: 'success', message: NONE_CONFIGURED };
  }
  const failing = findings.filter((finding) => !finding.answers);
  const answering = findings.filter((finding) => finding.answers);
  return {
    status: failing.length > 0 ? 'error' : 'success',
    message: [...failing, ...answering].map(({ text }) => sentence(text)).join(' '),
  };
}

async function testUpstream({ uid, kind }: UpstreamReference, services: TestServices): Promise<Finding> {
  const upstream = delegatedUpstream(kind);
  let dataSource: DataSourceApi;
  try {
    dataSource = await services.getDataSource(uid);
  } catch {
    return { answers: false, text: missingDataSource(uid).message };
  }
  const name = `${upstream.label} “${dataSource.name}”`;
  const ownProblem = await ownTest(dataSource);
  const problem = ownProblem === undefined ? undefined : await probeProblem(name, dataSource, upstream, services);
  if (problem === undefined) {
    return { answers: true, text: `${name} answers.` };
  }
  return { answers: false, text: ownProblem ? `${problem} Its own test says: ${ownProblem}` : problem };
}

/** Whether the server of Vizceral data answers. There need be nothing at its address itself: queries name paths. */
async function testVizceral(ask: () => Promise<unknown>, timeoutMs: number): Promise<Finding> {
  try {
    await ask();
  } catch (error) {
    const { status = 0, message } = vizceralFailure(error, VIZCERAL, timeoutMs);
    if (status !== 404) {
      return { answers: false, text: message };
    }
  }
  return { answers: true, text: `${VIZCERAL} answers.` };
}

/** What the data source's own test finds wrong; empty where it fails without words, undefined where all is well. */
async function ownTest(dataSource: DataSourceApi): Promise<string | undefined> {
  try {
    const { status, message } = await dataSource.testDatasource();
    return status.toLowerCase() === 'error' ? message : undefined;
  } catch {
    return '';
  }
}

/** What goes wrong with the simplest query: a data source's own test may fail where queries work, and a query decides. */
async function probeProblem(
  name: string,
  dataSource: DataSourceApi,
  upstream: DelegatedUpstream,
  { now, timeoutMs }: TestServices
): Promise<string | undefined> {
  const probe = { detect: upstream.probe, mapping: { source: {}, target: {} } };
  const [targets] = upstream.detection([probe], { uid: dataSource.uid, type: dataSource.type });
  const request = recentRequest([...targets], `traffic-test-${dataSource.uid}`, now());
  try {
    const { frames, errors } = await firstValueFrom(collectAnswer(dataSource, request, timeoutMs));
    if (errors.length > 0) {
      return failureOf(errors[0], name).message;
    }
    return upstream.edgesOf(frames, probe) > 0 ? undefined : `${name} answers a simple query with nothing.`;
  } catch (error) {
    return failureOf(error, name, timeoutMs).message;
  }
}
