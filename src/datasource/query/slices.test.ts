import type { DataQueryResponse } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import type { Slicing } from '../../core/steps/runInSlices';
import { dashboardRequest, FakeUpstream } from '../testSupport/fakeUpstream';
import { answering, graphiteSeries, MESH, PATHS, query, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';
import { runQuery } from './runQuery';

const ASKED: TrafficQuery = {
  ...query(MESH, PATHS),
  thresholds: [{ scope: 'edge', metric: 'rate', direction: 'above', warning: 1 }],
  links: { templates: [{ title: 'Logs of {service}', url: '/logs/{service}' }] },
};

const upstreams = () => [
  new FakeUpstream('prom', 'prometheus', answering),
  new FakeUpstream('carbon', 'graphite', graphiteSeries),
];

/** Pauses after every step, until `resume` is called. */
function everyStep() {
  const paused: Array<() => void> = [];
  const slicing: Slicing = { budgetMs: 0, now: () => 0, pause: (resume) => paused.push(resume) };
  return { slicing, waits: () => paused.length, resume: () => paused.shift()?.() };
}

/** Lets what waits for promises alone go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

function start(slicing: Slicing) {
  const responses: DataQueryResponse[] = [];
  const subscription = runQuery(ASKED, dashboardRequest([ASKED]), services(upstreams(), { slicing })).subscribe(
    (response) => responses.push(response)
  );
  return { responses, subscription };
}

test('P6 a query that pauses after every step answers what one without a pause does', async () => {
  const { slicing, waits, resume } = everyStep();
  const { responses } = start(slicing);
  await settle();
  let pauses = 0;
  while (waits() > 0) {
    expect(responses).toEqual([]);
    resume();
    pauses++;
  }
  const whole = await lastValueFrom(runQuery(ASKED, dashboardRequest([ASKED]), services(upstreams())));
  expect(responses).toEqual([whole]);
  expect(whole.data).toHaveLength(3);
  expect(pauses).toBeGreaterThan(30);
});

test('P3 a refresh ends the work on the answer before', async () => {
  const { slicing, waits, resume } = everyStep();
  const { responses, subscription } = start(slicing);
  await settle();
  for (let step = 0; step < 20; step++) {
    resume();
  }
  expect(waits()).toBeGreaterThan(0);
  subscription.unsubscribe();
  while (waits() > 0) {
    resume();
  }
  expect(responses).toEqual([]);
});
