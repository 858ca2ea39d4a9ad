import type { TrafficHistory } from '../model/history';
import { groupKey } from '../model/ids';
import type { ThresholdStates } from '../model/result';
import { STATE_DANGER, STATE_NO_DATA, STATE_WARNING, worseState } from '../model/state';
import type {
  VizceralClass,
  VizceralConnection,
  VizceralGraph,
  VizceralMetrics,
  VizceralNode,
  VizceralPart,
} from './model';

/** A level while it is gathered. A group and a service beside each other may have one name: keys of children tell. */
interface Level {
  readonly name: string;
  readonly path: readonly string[];
  readonly children: Map<string, Level>;
  readonly links: Map<string, Link>;
  readonly isService: boolean;
  state: number;
}

interface Link {
  readonly source: string;
  readonly target: string;
  readonly rates: Record<VizceralClass, number>;
  state: number;
  readonly parts: VizceralPart[];
}

/**
 * The whole map at one bucket as JSON data of Vizceral: groups hold their groups and services, and each level has the
 * connections between its nodes; traffic into the depth of a group is one of its group there, as Vizceral has it, and has
 * metadata that tells between which services, so that the data can be read again.
 *
 * Without notices: Vizceral shows their text as HTML, and names are not to be trusted. Edges without data are left out.
 */
export function writeVizceral(
  history: TrafficHistory,
  states: ThresholdStates,
  timeIndex: number,
  name: string
): VizceralGraph {
  const { nodes, edges, classes, times } = history;
  const root = level(name, [], false);
  const chains = nodes.ids.map((_, node) => {
    const chain = addService(root, nodes.groups[node], nodes.names[node]);
    chain[chain.length - 1].state = states.nodes[node * times.length + timeIndex] ?? STATE_NO_DATA;
    return chain;
  });
  edges.ids.forEach((_, edge) => {
    const cell = edge * times.length + timeIndex;
    const rates = { normal: 0, warning: 0, danger: 0 };
    let isKnown = false;
    classes.forEach(({ severity }, index) => {
      const rate = edges.rates[index][cell];
      if (rate >= 0) {
        rates[severity] += rate;
        isKnown = true;
      }
    });
    if (isKnown) {
      addLink(chains[edges.source[edge]], chains[edges.target[edge]], root, rates, states.edges[cell]);
    }
  });
  const groupRows = new Map(states.groupPaths.map((key, row) => [key, row]));
  for (const each of new Set(chains.flat())) {
    const row = each.isService ? undefined : groupRows.get(groupKey(each.path));
    if (row !== undefined) {
      each.state = states.groups[row * times.length + timeIndex];
    }
  }
  const time = times[timeIndex] ?? 0;
  const hasGroups = nodes.groups.some((group) => group.length > 0);
  const written = write(root, root.name, hasGroups ? 0 : 1, time);
  return { ...written, serverUpdateTime: time };
}

function level(name: string, path: readonly string[], isService: boolean): Level {
  return { name, path, children: new Map(), links: new Map(), isService, state: STATE_NO_DATA };
}

const GROUP_MARK = 'group ';
const SERVICE_MARK = 'service ';

/** Levels from the outermost group to the service. */
function addService(root: Level, path: readonly string[], name: string): Level[] {
  const chain: Level[] = [];
  let at = root;
  path.forEach((part, depth) => {
    at = childOf(at, GROUP_MARK + part, () => level(part, path.slice(0, depth + 1), false));
    chain.push(at);
  });
  chain.push(childOf(at, SERVICE_MARK + name, () => level(name, path, true)));
  return chain;
}

function childOf(parent: Level, key: string, make: () => Level): Level {
  const found = parent.children.get(key);
  if (found) {
    return found;
  }
  const made = make();
  parent.children.set(key, made);
  return made;
}

function addLink(source: Level[], target: Level[], root: Level, rates: Link['rates'], state: number): void {
  let depth = 0;
  const deepest = Math.min(source.length, target.length) - 1;
  while (depth < deepest && source[depth] === target[depth]) {
    depth++;
  }
  const parent = depth === 0 ? root : source[depth - 1];
  const ends = [uniqueName(parent, source[depth]), uniqueName(parent, target[depth])] as const;
  const key = JSON.stringify(ends);
  const link = parent.links.get(key) ?? {
    source: ends[0],
    target: ends[1],
    rates: { normal: 0, warning: 0, danger: 0 },
    state: STATE_NO_DATA,
    parts: [],
  };
  link.rates.normal += rates.normal;
  link.rates.warning += rates.warning;
  link.rates.danger += rates.danger;
  link.state = worseState(link.state, state);
  if (!source[depth].isService || !target[depth].isService) {
    link.parts.push({ source: placeOf(source), target: placeOf(target), metrics: rates });
  }
  parent.links.set(key, link);
}

function placeOf(chain: readonly Level[]): readonly string[] {
  return chain.map(({ name }) => name);
}

/** Vizceral tells the nodes of a level apart by name: a service that is named as a group beside it gets another. */
function uniqueName({ children }: Level, { name, isService }: Level): string {
  if (!isService || !children.has(GROUP_MARK + name)) {
    return name;
  }
  let unique = `${name} (service)`;
  while (children.has(SERVICE_MARK + unique) || children.has(GROUP_MARK + unique)) {
    unique += ' (service)';
  }
  return unique;
}

function write(at: Level, name: string, depth: number, time: number): VizceralNode {
  const connections = Array.from(at.links.values(), ({ source, target, rates, state, parts }): VizceralConnection => ({
    source,
    target,
    metrics: rates,
    class: classOf(state),
    ...(parts.length > 0 && { metadata: { edges: parts } }),
  }));
  const nodes = Array.from(at.children.values(), (child) => write(child, uniqueName(at, child), depth + 1, time));
  const volumes = [...nodes.map((node) => node.maxVolume ?? 0), ...connections.map(({ metrics }) => total(metrics))];
  const maxVolume = volumes.reduce((most, volume) => Math.max(most, volume), 0);
  return {
    renderer: depth === 0 ? 'global' : depth === 1 && !at.isService ? 'region' : 'focusedChild',
    name,
    ...(name !== at.name && { displayName: at.name }),
    class: classOf(at.state),
    ...(!at.isService && { maxVolume }),
    updated: time,
    nodes,
    connections,
  };
}

function total({ normal, warning, danger }: VizceralMetrics): number {
  return normal + warning + danger;
}

function classOf(state: number): VizceralClass {
  return state === STATE_DANGER ? 'danger' : state === STATE_WARNING ? 'warning' : 'normal';
}
