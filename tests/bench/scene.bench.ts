import { writeFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { GRAPH_SIZES, type GraphSize } from '../support/graphs';
import type { PageSetup } from '../support/scenePage';
import { callsOf } from '../support/scenePageCalls';
import { startSceneHost, type SceneHost } from '../support/scenePageHost';

// What the scene costs, per size of graph. `npx tsx tests/bench/scene.bench.ts [--json FILE] [sizes]`
//
// JS is the CPU time of scripts on the main thread, as the browser counts it. Frames that are counted for JS are told to
// the GPU but not rasterized, so that a million particles without a GPU do not take all day; what JS does is the same.
// Frames a second are those of 1280×720, rasterized, at the quality that the scene chooses.

interface Row {
  readonly jsMsPerFrame: number;
  readonly drawCalls: number;
  readonly firstFrameMs: number;
  /** All that new data cost, until they are shown with their labels. */
  readonly updateMs: number;
  /** The longest task of these. */
  readonly updateLongestMs: number;
  readonly changes: Changes;
  /** The longest task of zooming in from the whole map until its services are shown with their labels. */
  readonly zoomLongestMs: number;
  readonly heapMb: number;
  readonly particles: number;
  readonly fps: number;
}

/** What changes cost that are none of the data, until they are shown with their labels. */
interface Changes {
  readonly resizeMs: number;
  readonly themeMs: number;
  readonly selectionMs: number;
  readonly filterMs: number;
}

/** As many particles as the peers were measured with. */
const PARTICLES: Readonly<Record<GraphSize, number>> = { S: 2_600, M: 32_000, L: 67_000, XL: 268_000, XXL: 1_000_000 };
const FRAMES: Readonly<Record<GraphSize, number>> = { S: 200, M: 200, L: 100, XL: 60, XXL: 60 };
const UPDATES = 8;
/** Before those that count, since browsers compile what is called often: a panel that is open for hours is measured. */
const EARLIER_UPDATES = 12;
/** Frames after new data, of which those count that upload something, and those before them. */
const UPDATE_FRAMES = 24;
/** Seen from afar, as groups. */
const FAR: readonly GraphSize[] = ['XL', 'XXL'];
/** Other changes than of the data, of each kind, and those before them, as with updates. */
const CHANGES = 8;
const EARLIER_CHANGES = 12;
const MEGABYTE = 1024 * 1024;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** CPU milliseconds of scripts on the main thread so far. */
async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
}

/** Objects of scripts and the buffers behind them. */
async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / MEGABYTE;
}

/** Milliseconds of the tasks from a change to the frame that shows it with its labels, the last that uploads something. */
async function measureTasks(
  scene: ReturnType<typeof callsOf>,
  session: CDPSession,
  round: number,
  change: () => Promise<unknown>
): Promise<readonly number[]> {
  const tasks: number[] = [];
  let counted = 1;
  let before = await scriptMs(session);
  const endTask = async () => {
    const now = await scriptMs(session);
    tasks.push(now - before);
    before = now;
  };
  await change();
  await endTask();
  for (let frame = 0; frame < UPDATE_FRAMES; frame++) {
    const uploads = await scene.drawAsTask(1e4 + round + frame / 60);
    await endTask();
    counted = uploads > 0 ? tasks.length : counted;
  }
  // As after any change of a while ago, all that eases has come to its end.
  await scene.drawAsTask(1e4 + round + 0.9);
  await scene.finish();
  return tasks.slice(0, counted);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Milliseconds of each kind of change that is none of the data, at the median. */
async function measureChanges(scene: ReturnType<typeof callsOf>, session: CDPSession): Promise<Changes> {
  let round = 100;
  const measure = async (change: (turn: number) => Promise<unknown>, prepare?: (turn: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let turn = 0; turn < EARLIER_CHANGES + CHANGES; turn++) {
      await prepare?.(turn);
      times.push(sum(await measureTasks(scene, session, round++, () => change(turn))));
    }
    return median(times.slice(EARLIER_CHANGES));
  };
  return {
    resizeMs: await measure((turn) => scene.applyChange({ width: turn % 2 === 0 ? 1180 : 1280 })),
    themeMs: await measure((turn) => scene.applyChange({ theme: turn % 2 === 0 ? 'light' : 'dark' })),
    selectionMs: await measure((turn) => scene.applyChange({ selected: turn })),
    filterMs: await measure(
      () => scene.applyUpdate(),
      // Services come and go, and no rate changes.
      (turn) => (turn % 2 === 0 ? scene.prepareFilter() : scene.prepareUpdate(0))
    ),
  };
}

/** Nearer than any level of detail begins. */
const NEAR = 64;

/** Milliseconds of the longest task of zooming in, at the median of several times. */
async function measureZoom(scene: ReturnType<typeof callsOf>, session: CDPSession): Promise<number> {
  const longest: number[] = [];
  for (let turn = 0; turn < CHANGES; turn++) {
    const round = 1_000 + turn * 4;
    longest.push(Math.max(...(await measureTasks(scene, session, round, () => scene.zoomBy(NEAR, 640, 360)))));
    await measureTasks(scene, session, round + 2, () => scene.fit());
  }
  return median(longest);
}

async function measureScript(host: SceneHost, size: GraphSize, allDetail: boolean): Promise<Omit<Row, 'fps'>> {
  const { page } = await host.open();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scene = callsOf(page);
  const setup: PageSetup = {
    view: { size, seed: 1 },
    quality: 0,
    options: { maximumParticles: PARTICLES[size], edgeLabel: 'rate' },
    particlesPerUnit: 1_000,
    allDetail,
  };
  // Shaders are compiled, and glyphs drawn, once a page: what follows is what a second panel pays.
  await scene.mount({ ...setup, view: { size: 'S', seed: 2 } });
  await scene.draw(0);
  await scene.dispose();
  await scene.prepare(setup);
  const heapBefore = await heapMb(session);
  const beforeFirst = await scriptMs(session);
  await scene.firstFrame(setup);
  const firstFrameMs = (await scriptMs(session)) - beforeFirst;
  await scene.draw(1);
  await scene.finish();
  const heap = (await heapMb(session)) - heapBefore;
  const { drawCalls, particles } = await scene.statistics();
  await scene.discardPixels();
  await scene.run(3);
  const before = await scriptMs(session);
  await scene.run(FRAMES[size]);
  const jsMsPerFrame = ((await scriptMs(session)) - before) / FRAMES[size];
  const updates: Array<readonly number[]> = [];
  await scene.withholdDraws();
  for (let round = 1; round <= EARLIER_UPDATES + UPDATES; round++) {
    await scene.prepareUpdate(round);
    updates.push(await measureTasks(scene, session, round, () => scene.applyUpdate()));
  }
  updates.splice(0, EARLIER_UPDATES);
  const changes = await measureChanges(scene, session);
  const zoomLongestMs = await measureZoom(scene, session);
  await page.close();
  return {
    jsMsPerFrame,
    drawCalls,
    firstFrameMs,
    updateMs: median(updates.map(sum)),
    updateLongestMs: median(updates.map((tasks) => Math.max(...tasks))),
    changes,
    zoomLongestMs,
    heapMb: heap,
    particles,
  };
}

async function measureRate(host: SceneHost, size: GraphSize): Promise<number> {
  const { page } = await host.open();
  const scene = callsOf(page);
  await scene.mount({ view: { size, seed: 1 }, quality: 'adaptive', options: { maximumParticles: PARTICLES[size] } });
  await scene.run(1, 8);
  const rate = await scene.run(2, 6);
  await page.close();
  return rate;
}

const given = process.argv.slice(2);
const at = given.indexOf('--json');
const file = at >= 0 ? given[at + 1] : undefined;
const named = given.filter((_, index) => at < 0 || (index !== at && index !== at + 1))[0];

function print(name: string, row: Row): void {
  const cells = [
    row.jsMsPerFrame.toFixed(2),
    row.drawCalls,
    row.firstFrameMs.toFixed(0),
    row.updateMs.toFixed(1),
    row.updateLongestMs.toFixed(1),
    row.changes.resizeMs.toFixed(1),
    row.changes.themeMs.toFixed(1),
    row.changes.selectionMs.toFixed(1),
    row.changes.filterMs.toFixed(1),
    row.zoomLongestMs.toFixed(1),
    row.heapMb.toFixed(1),
    row.particles,
    row.fps.toFixed(1),
  ];
  process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`);
}

async function main(): Promise<void> {
  const host = await startSceneHost();
  const rows: Record<string, Row> = {};
  process.stdout.write(
    '| size | JS ms/frame | draw calls | first frame ms | update ms | longest ms | resize ms | theme ms | selection ms | filter ms | zoom longest ms | heap MB | particles | fps |\n'
  );
  process.stdout.write('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n');
  for (const size of (named?.split(',') ?? Object.keys(GRAPH_SIZES)) as GraphSize[]) {
    const fps = await measureRate(host, size);
    // What every service by itself costs, and what a great map costs that is drawn as a small one.
    rows[size] = { ...(await measureScript(host, size, true)), fps };
    print(size, rows[size]);
    if (FAR.includes(size)) {
      rows[`${size} far`] = { ...(await measureScript(host, size, false)), fps };
      print(`${size} far`, rows[`${size} far`]);
    }
    if (file !== undefined) {
      writeFileSync(file, `${JSON.stringify({ scene: rows }, undefined, 2)}\n`);
    }
  }
  await host.close();
}

void main();
