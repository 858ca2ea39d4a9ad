import type { Alert, AttachedAlert } from '../model/alert';
import type { TrafficDefinition } from '../model/definition';
import type { TrafficHistory } from '../model/history';
import { groupKey } from '../model/ids';
import type { Notice } from '../model/notice';
import type { Labels } from '../model/series';

/** Which labels of an alert say what it is about; each list in order of preference. */
export interface AlertLabels {
  /** Pairs of labels that name both ends of an edge. */
  readonly edge: ReadonlyArray<{ readonly source: string; readonly target: string }>;
  readonly service: readonly string[];
  readonly group: readonly string[];
}

const SERVICE_LABELS = Object.freeze([
  'service',
  'service_name',
  'destination_service_name',
  'destination_workload',
  'workload',
  'deployment',
  'app',
  'app_kubernetes_io_name',
  'server',
  'job',
]);

const GROUP_LABELS = Object.freeze(['namespace', 'kubernetes_namespace', 'service_namespace', 'cluster', 'region']);

const unique = (names: ReadonlyArray<string | undefined>): readonly string[] => [
  ...new Set(names.filter((name): name is string => name !== undefined && name !== '')),
];

/** The labels that definitions read, the ones given before them, and the usual ones after them. */
export function alertLabels(
  definitions: readonly TrafficDefinition[],
  serviceLabels: readonly string[] = []
): AlertLabels {
  const ends = definitions.map(({ mapping }) => ({ source: mapping.source.label, target: mapping.target.label }));
  return {
    edge: ends.filter((pair): pair is { source: string; target: string } => Boolean(pair.source && pair.target)),
    service: unique([...serviceLabels, ...ends.map(({ target }) => target), ...SERVICE_LABELS]),
    group: unique([
      ...definitions.flatMap(({ mapping }) => [
        ...(mapping.target.groupLabels ?? []),
        ...(mapping.source.groupLabels ?? []),
      ]),
      ...GROUP_LABELS,
    ]),
  };
}

interface Subjects {
  readonly nodesByName: ReadonlyMap<string, readonly number[]>;
  readonly edgesByEnds: ReadonlyMap<string, readonly number[]>;
  readonly groupsByName: ReadonlyMap<string, readonly string[]>;
}

function listed<Key, Value>(pairs: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const lists = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) {
      list.push(value);
    } else {
      lists.set(key, [value]);
    }
  }
  return lists;
}

const endsKey = (source: string, target: string) => JSON.stringify([source, target]);

function subjectsOf({ nodes, edges }: TrafficHistory): Subjects {
  const groups = new Map<string, string>();
  for (const path of nodes.groups) {
    path.forEach((name, level) => groups.set(groupKey(path.slice(0, level + 1)), name));
  }
  return {
    nodesByName: listed(nodes.names.map((name, row) => [name, row] as const)),
    edgesByEnds: listed(
      edges.ids.map((_, row) => [endsKey(nodes.names[edges.source[row]], nodes.names[edges.target[row]]), row] as const)
    ),
    groupsByName: listed([...groups].map(([key, name]) => [name, key] as const)),
  };
}

/** A service whose group is known must lie in every group that the alert names and that the map has. */
function inNamedGroups(path: readonly string[], named: readonly string[]): boolean {
  return path.length === 0 || named.every((name) => path.includes(name));
}

function attach(
  labels: Labels,
  known: AlertLabels,
  { nodes, edges }: TrafficHistory,
  subjects: Subjects
): ReadonlyArray<Pick<AttachedAlert, 'scope' | 'subject'>> {
  const named = unique(known.group.map((label) => labels[label])).filter((name) => subjects.groupsByName.has(name));
  for (const { source, target } of known.edge) {
    const rows = subjects.edgesByEnds.get(endsKey(labels[source] ?? '', labels[target] ?? '')) ?? [];
    const inGroups = rows.filter(
      (row) =>
        inNamedGroups(nodes.groups[edges.source[row]], named) || inNamedGroups(nodes.groups[edges.target[row]], named)
    );
    if (inGroups.length > 0) {
      return inGroups.map((row) => ({ scope: 'edge', subject: edges.ids[row] }));
    }
  }
  for (const label of known.service) {
    const rows = subjects.nodesByName.get(labels[label] ?? '') ?? [];
    const inGroups = rows.filter((row) => inNamedGroups(nodes.groups[row], named));
    if (inGroups.length > 0) {
      return inGroups.map((row) => ({ scope: 'node', subject: nodes.ids[row] }));
    }
  }
  if (named.length === 0 || known.service.some((label) => labels[label] && label !== 'job')) {
    return [];
  }
  // Of nested groups the innermost: the one that all the others that the alert names are ancestors of.
  const keys = named.flatMap((name) => subjects.groupsByName.get(name) ?? []);
  const innermost = keys.filter((key) => !keys.some((other) => other.startsWith(`${key}/`)));
  return innermost.map((key) => ({ scope: 'group', subject: key }));
}

/** At most this many names of alerts stand in a notice. */
const NAMED = 5;

function elsewhereNotices(names: readonly string[]): readonly Notice[] {
  if (names.length === 0) {
    return [];
  }
  const told = unique(names);
  const shown = told.slice(0, NAMED).join(', ') + (told.length > NAMED ? `, and ${told.length - NAMED} more` : '');
  const text = `${names.length} alerts name no service of this map: ${shown}. Name the label that holds the service under Alerts in the query.`;
  return [{ severity: 'info', text }];
}

/**
 * Puts alerts on the edges, nodes and groups that their labels name. The rules are numbered in SPEC.md.
 * Alerts about something else are counted in a notice.
 */
export function attachAlerts(
  alerts: readonly Alert[],
  history: TrafficHistory,
  known: AlertLabels
): { readonly attached: readonly AttachedAlert[]; readonly notices: readonly Notice[] } {
  const subjects = subjectsOf(history);
  const elsewhere: string[] = [];
  const attached = alerts.flatMap(({ labels, ...alert }) => {
    const places = attach(labels, known, history, subjects);
    if (places.length === 0) {
      elsewhere.push(alert.name);
    }
    return places.map((place): AttachedAlert => ({ ...place, ...alert }));
  });
  return { attached, notices: elsewhereNotices(elsewhere) };
}
