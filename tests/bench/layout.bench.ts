import { computeLayout, layouts, quickPlacement } from '../../src/core/layout';
import type { LayoutInput, LayoutName } from '../../src/core/model/layout';
import { baselineLayout } from '../support/baselineLayout';
import { straightCrossings } from '../support/crossings';
import { GRAPH_SIZES, type GraphSize, layoutInputOf, makeGraph } from '../support/graphs';

// CPU ms (median of warm runs) and crossings of straight edges, per layout and size. `npx tsx tests/bench/layout.bench.ts [sizes] [layouts]`

const OPTIONS = { aspect: 16 / 9 };
const RUNS: Readonly<Record<GraphSize, number>> = { S: 40, M: 30, L: 12, XL: 4, XXL: 2 };

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

function warmMs(runs: number, work: () => void): number {
  const times = Array.from({ length: runs * 2 }, () => cpuMs(work)).slice(runs);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function line(size: GraphSize, name: string, input: LayoutInput, arrange: () => Float32Array): string {
  const positions = arrange();
  const milliseconds = warmMs(RUNS[size], arrange);
  const crossings = straightCrossings(input.source, input.target, positions);
  return `| ${size} | ${name.padEnd(8)} | ${milliseconds.toFixed(1).padStart(8)} | ${String(crossings).padStart(10)} |`;
}

const [sizes, names] = process.argv.slice(2);
process.stdout.write('| size | layout | CPU ms | crossings |\n|---|---|---|---|\n');
for (const size of (sizes?.split(',') ?? Object.keys(GRAPH_SIZES)) as GraphSize[]) {
  const input = layoutInputOf(makeGraph(size, 1));
  const lines = [
    line(size, 'baseline', input, () => baselineLayout(input)),
    line(size, 'quick', input, () => quickPlacement('layered', input, OPTIONS).positions),
  ];
  for (const name of (names?.split(',') ?? Object.keys(layouts)) as LayoutName[]) {
    lines.push(line(size, name, input, () => computeLayout(name, input, OPTIONS).positions));
  }
  process.stdout.write(lines.join('\n') + '\n');
}
