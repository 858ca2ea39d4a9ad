import { DEFAULT_CLASSES, type TrafficClass, type TrafficDefinition } from '../model/definition';
import type { Notice } from '../model/notice';
import { anchoredPattern } from '../model/pattern';
import type { Labels } from '../model/series';

import { labelValue } from './endpoints';

/** The classes of all definitions as one list, and what is odd about them. */
export interface UnitedClasses {
  readonly classes: readonly TrafficClass[];
  readonly notices: readonly Notice[];
}

/** The classes that a definition reads by. */
export function classesOf(definition: TrafficDefinition): readonly TrafficClass[] {
  return definition.classes === undefined || definition.classes.length === 0 ? DEFAULT_CLASSES : definition.classes;
}

/** Joins the lists of several definitions by name; the first to name a class decides its place and severity. */
export function uniteClasses(definitions: readonly TrafficDefinition[]): UnitedClasses {
  const byName = new Map<string, TrafficClass>();
  const notices: Notice[] = [];
  for (const definition of definitions) {
    for (const trafficClass of classesOf(definition)) {
      const known = byName.get(trafficClass.name);
      if (known === undefined) {
        byName.set(trafficClass.name, trafficClass);
      } else if (known.severity !== trafficClass.severity) {
        notices.push({
          severity: 'warning',
          text: `Class "${trafficClass.name}" is "${trafficClass.severity}" in "${definition.id}" but "${known.severity}" before it; the first holds. Give one of them another name.`,
        });
      }
    }
  }
  const classes = byName.size === 0 ? DEFAULT_CLASSES : [...byName.values()];
  return { classes, notices };
}

/** Finds the class, as a row of the united list, that a series belongs to. */
export interface ClassMatcher {
  readonly classOf: (labels: Labels) => number;
  /** Whether labels tell classes apart at all; otherwise all requests are of the first one. */
  readonly tellsApart: boolean;
  /** Row of the class that failed requests count to; -1 when no class is of danger. */
  readonly dangerClass: number;
  /** Row of the class that requests count to that did not fail. */
  readonly normalClass: number;
  /** Label values that no class took; they count to the first class. */
  readonly unmatched: ReadonlySet<string>;
  readonly notices: readonly Notice[];
}

/** One condition of a class: the place of its label among those that are read, and what the label must hold. */
interface Condition {
  readonly place: number;
  readonly pattern: RegExp;
}

interface PreparedClass {
  readonly row: number;
  readonly conditions: readonly Condition[];
}

/** A class that takes what no other matched. */
function isRest({ match, labels = [] }: TrafficClass): boolean {
  return match === undefined && labels.length === 0;
}

/** Labels that the classes of a definition look at, the class label first. */
function labelsRead(classes: readonly TrafficClass[], classLabel: string | undefined): readonly string[] {
  const others = classes.flatMap(({ labels = [] }) => labels.map(({ label }) => label));
  return [...new Set([...(classLabel === undefined ? [] : [classLabel]), ...others])];
}

/** Prepares the classes of a definition. Each value, or set of values, is matched once, however many series carry it. */
export function createClassMatcher(definition: TrafficDefinition, united: readonly TrafficClass[]): ClassMatcher {
  const own = classesOf(definition);
  const { classLabel } = definition.mapping;
  const rowOf = new Map(united.map((trafficClass, row) => [trafficClass.name, row]));
  const row = (trafficClass: TrafficClass): number => rowOf.get(trafficClass.name) ?? 0;
  const read = labelsRead(own, classLabel);
  const notices: Notice[] = [];

  const prepare = (trafficClass: TrafficClass): readonly PreparedClass[] => {
    const { name, match, labels = [] } = trafficClass;
    if (match !== undefined && classLabel === undefined && labels.length === 0) {
      return [];
    }
    const wanted = [
      ...(match === undefined || classLabel === undefined ? [] : [{ label: classLabel, match }]),
      ...labels,
    ];
    const conditions = wanted.flatMap(({ label, match: text }) => {
      const pattern = anchoredPattern(text);
      if (pattern === undefined) {
        notices.push({
          severity: 'warning',
          text: `Class "${name}" of "${definition.id}" matches nothing: "${text}" is no valid regular expression. Correct it.`,
        });
      }
      return pattern ? [{ place: read.indexOf(label), pattern }] : [];
    });
    return conditions.length === wanted.length ? [{ row: row(trafficClass), conditions }] : [];
  };
  const prepared = own.filter((trafficClass) => !isRest(trafficClass)).flatMap(prepare);
  const firstClass = row(own[0]);
  const rest = own.find(isRest);
  const normal = own.find((trafficClass) => trafficClass.severity === 'normal') ?? rest ?? own[0];
  const danger = own.find((trafficClass) => trafficClass.severity === 'danger');
  const unmatched = new Set<string>();

  const match = (values: readonly string[]): number => {
    const found = prepared.find(({ conditions }) =>
      conditions.every(({ place, pattern }) => pattern.test(values[place]))
    );
    if (found === undefined && rest === undefined) {
      unmatched.add(values.join(', '));
    }
    return found?.row ?? (rest === undefined ? firstClass : row(rest));
  };
  return {
    classOf: createValuesReader(read, match, firstClass),
    tellsApart: read.length > 0,
    dangerClass: danger === undefined ? -1 : row(danger),
    normalClass: row(normal),
    unmatched,
    notices,
  };
}

/** Reads some labels of a series and remembers what their values came to. */
function createValuesReader(
  names: readonly string[],
  match: (values: readonly string[]) => number,
  without: number
): (labels: Labels) => number {
  if (names.length === 0) {
    return () => without;
  }
  const [only] = names;
  const known = new Map<string, number>();
  return (labels) => {
    // Lengths keep values apart that hold the separator themselves.
    const key =
      names.length === 1
        ? labelValue(labels, only)
        : names.map((name) => `${labelValue(labels, name).length}:${labelValue(labels, name)}`).join('');
    let result = known.get(key);
    if (result === undefined) {
      result = match(names.map((name) => labelValue(labels, name)));
      known.set(key, result);
    }
    return result;
  };
}
