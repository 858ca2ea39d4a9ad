import type { Preset } from '../presets/preset';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import type { QueryDefinition } from '../types';

/** The first of "definition", "definition 2", … that is not taken. */
function freeId(wanted: string, taken: readonly string[]): string {
  const stem = wanted.replace(/ \d+$/, '');
  if (!taken.includes(stem)) {
    return stem;
  }
  for (let number = 2; ; number++) {
    const id = `${stem} ${number}`;
    if (!taken.includes(id)) {
      return id;
    }
  }
}

function idsOf(definitions: readonly QueryDefinition[]): readonly string[] {
  return definitions.map((definition) => definition.id);
}

/** A definition that asks nothing yet. */
export function emptyDefinition(id: string, kind: QueryDefinition['kind'], upstream: string): QueryDefinition {
  return {
    id,
    kind,
    upstream,
    expressions: { requests: '' },
    mapping: { source: { label: 'source' }, target: { label: 'target' } },
  };
}

/** Adds a definition at the end, under an id of its own. */
export function addDefinition(
  definitions: readonly QueryDefinition[],
  definition: QueryDefinition
): readonly QueryDefinition[] {
  return [...definitions, { ...definition, id: freeId(definition.id, idsOf(definitions)) }];
}

export function duplicateDefinition(
  definitions: readonly QueryDefinition[],
  index: number
): readonly QueryDefinition[] {
  const copy = { ...definitions[index], id: freeId(definitions[index].id, idsOf(definitions)) };
  return [...definitions.slice(0, index + 1), copy, ...definitions.slice(index + 1)];
}

export function removeAt<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.filter((_, each) => each !== index);
}

export function replaceAt<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.map((before, each) => (each === index ? item : before));
}

/** Moves an item by one place; at the end of the list it stays where it is. */
export function moveBy<Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const to = index + by;
  if (to < 0 || to >= items.length) {
    return items;
  }
  return replaceAt(replaceAt(items, index, items[to]), to, items[index]);
}

/** A definition filled in from a preset: what was asked before is replaced, where it is asked stays if it can. */
export function applyPreset(definition: QueryDefinition, preset: Preset): QueryDefinition {
  const { id, kind, expressions, mapping, pathPattern, classes, latencyUnit } = preset;
  return {
    id: definition.id,
    kind,
    upstream: definition.kind === kind ? definition.upstream : '',
    preset: id,
    expressions,
    mapping,
    ...(pathPattern !== undefined && { pathPattern }),
    ...(classes && { classes }),
    ...(latencyUnit && { latencyUnit }),
    ...(definition.hidden && { hidden: true }),
  };
}

/** A definition of another kind: expressions of one language mean nothing in another. */
export function changeKind(
  definition: QueryDefinition,
  kind: QueryDefinition['kind'],
  upstream: string
): QueryDefinition {
  if (kind === definition.kind) {
    return definition;
  }
  return kind === 'simulated'
    ? { ...SIMULATED_DEFINITION, id: definition.id }
    : emptyDefinition(definition.id, kind, upstream);
}

/** An object without one of its fields, so that a saved query holds only what was set. */
export function without<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const copy = { ...whole };
  delete copy[key];
  return copy;
}
