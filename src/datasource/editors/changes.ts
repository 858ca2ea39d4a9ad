import { removeAt, replaceAt } from '../../browser/lists';
import type { Preset } from '../presets/preset';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import type { QueryDefinition } from '../types';
import { asksDataSource } from '../upstreams';

/** The first of "name", "name 2", "name 3", … that is not taken. */
function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) {
    return wanted;
  }
  const stem = wanted.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const name = `${stem} ${number}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}

/** Adds an item at the end, under a name of its own. */
export function addNamed<Key extends string, Item extends { readonly [key in Key]: string }>(
  items: readonly Item[],
  item: Item,
  key: Key
): readonly Item[] {
  const taken = items.map((each) => each[key]);
  return [...items, { ...item, [key]: freeName(item[key], taken) }];
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

/** Puts a copy behind a definition, under an id of its own. */
export function duplicateDefinition(
  definitions: readonly QueryDefinition[],
  index: number
): readonly QueryDefinition[] {
  const before = definitions.slice(0, index + 1);
  const id = freeName(definitions[index].id, idsOf(definitions));
  return [...before, { ...definitions[index], id }, ...definitions.slice(index + 1)];
}

/** Replaces a definition; an id that another one has gets a number, for ids tell definitions apart. */
export function replaceDefinition(
  definitions: readonly QueryDefinition[],
  index: number,
  changed: QueryDefinition
): readonly QueryDefinition[] {
  const id = freeName(changed.id, idsOf(removeAt(definitions, index)));
  return replaceAt(definitions, index, { ...changed, id });
}

function idsOf(definitions: readonly QueryDefinition[]): readonly string[] {
  return definitions.map((definition) => definition.id);
}

/** A definition filled in from a preset: what was asked before is replaced, where it is asked stays if it can. */
export function applyPreset(definition: QueryDefinition, preset: Preset): QueryDefinition {
  const { id, kind, expressions, mapping, naming, pathPattern, classes, latencyUnit } = preset;
  return {
    id: definition.id,
    kind,
    upstream: definition.kind === kind ? definition.upstream : '',
    preset: id,
    expressions,
    mapping,
    ...(naming && { naming }),
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
  return asksDataSource(kind)
    ? emptyDefinition(definition.id, kind, upstream)
    : { ...SIMULATED_DEFINITION, kind, id: definition.id };
}

/** An object without one of its fields, so that a saved query holds only what was set. */
export function without<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const copy = { ...whole };
  delete copy[key];
  return copy;
}

/** An object with a field set; without it where the value is undefined. */
export function put<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  value: Whole[Key] | undefined
): Whole {
  const copy = { ...whole };
  if (value === undefined) {
    delete copy[key];
  } else {
    copy[key] = value;
  }
  return copy;
}

/** Undefined for an object without a field. */
export function orNothing<Whole extends object>(whole: Whole): Whole | undefined {
  return Object.keys(whole).length === 0 ? undefined : whole;
}
