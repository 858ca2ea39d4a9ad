import type { NodeTable } from '../../core/model/history';
import { groupKey } from '../../core/model/ids';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import type { Place } from './navigation';

/** Names of dashboard variables that the map sets; empty or absent: none. */
export interface VariableOptions {
  /** The service that was clicked or opened, or the callee of the edge. */
  readonly service?: string;
  /** The caller of the edge that was clicked. */
  readonly caller?: string;
  /** The group path of what was clicked or opened, one variable a level, outermost first. */
  readonly groups?: readonly string[];
  /** The level that is open: read from the address too, so that a link leads there. */
  readonly level?: string;
}

/** Parameters of the dashboard's address by name. */
export type AddressChange = Readonly<Record<string, string>>;

/** The address parameter of a variable, however its name was written; undefined for what is no name. */
export function parameterOf(name: string | undefined): string | undefined {
  const bare = /^(?:\$\{(\w+)\}|\$?(\w+))$/.exec(typeof name === 'string' ? name.trim() : '');
  return bare === null ? undefined : `var-${bare[1] ?? bare[2]}`;
}

function change(pairs: ReadonlyArray<readonly [string | undefined, string | undefined]>): AddressChange {
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => {
      const parameter = parameterOf(name);
      return parameter === undefined || value === undefined ? [] : [[parameter, value]];
    })
  );
}

function groupPairs(options: VariableOptions, path: readonly string[]): Array<readonly [string, string | undefined]> {
  const names: unknown = options.groups;
  return (Array.isArray(names) ? (names as readonly string[]) : []).map((name, depth) => [name, path[depth]] as const);
}

/** What choosing a node or an edge sets. */
export function chosenVariables(options: VariableOptions, view: TrafficView, pick: ScenePick): AddressChange {
  const { nodes, edges } = view;
  const row = pick.kind === 'node' ? pick.row : edges.target[pick.row];
  const nameOf = (node: number) => (nodes.kinds[node] === 'group' ? undefined : nodes.names[node]);
  return change([
    [options.service, nameOf(row)],
    [options.caller, pick.kind === 'edge' ? nameOf(edges.source[pick.row]) : undefined],
    ...groupPairs(options, nodes.paths[row]),
  ]);
}

/** What opening a level sets: of a focus, the service and the groups that it lives in. */
export function openedVariables(options: VariableOptions, place: Place, nodes: NodeTable): AddressChange {
  const row = place.focus === undefined ? -1 : nodes.ids.indexOf(place.focus);
  return change([
    [options.level, levelValue(place)],
    [options.service, row < 0 ? undefined : nodes.names[row]],
    ...groupPairs(options, row < 0 ? place.path : nodes.groups[row]),
  ]);
}

/** A level as a variable's value: empty for the world, "eu/shop/" for a group, a node id for the focus on a service. */
export function levelValue({ path, focus }: Place): string {
  return focus ?? (path.length === 0 ? '' : `${groupKey(path)}/`);
}

/** The level that a value means. A service is focused within its group. */
export function placeOfLevel(value: string): Place {
  const parts = value.split('/').map(decodePart);
  const isService = value !== '' && parts[parts.length - 1] !== '';
  return isService ? { path: parts.slice(0, -1), focus: value } : { path: parts.slice(0, -1) };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
