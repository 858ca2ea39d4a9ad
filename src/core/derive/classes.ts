import { DEFAULT_CLASSES, type TrafficClass, type TrafficDefinition } from '../model/definition';
import type { Notice } from '../model/notice';
import { anchoredPattern } from '../model/pattern';

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

/** Finds the class, as a row of the united list, that a label value belongs to. */
export interface ClassMatcher {
  readonly classOf: (value: string) => number;
  /** Row of the class that failed requests count to; -1 when no class is of danger. */
  readonly dangerClass: number;
  /** Row of the class that requests count to that did not fail. */
  readonly normalClass: number;
  /** Row of the definition's first class: for requests that no label tells apart. */
  readonly firstClass: number;
  /** Label values that no class took; they count to the first class. */
  readonly unmatched: ReadonlySet<string>;
  readonly notices: readonly Notice[];
}

/** Prepares the classes of a definition. Each label value is matched once, however many series carry it. */
export function createClassMatcher(definition: TrafficDefinition, united: readonly TrafficClass[]): ClassMatcher {
  const own = classesOf(definition);
  const rowOf = new Map(united.map((trafficClass, row) => [trafficClass.name, row]));
  const row = (trafficClass: TrafficClass): number => rowOf.get(trafficClass.name) ?? 0;
  const notices: Notice[] = [];
  const patterns: Array<{ readonly row: number; readonly pattern: RegExp }> = [];
  for (const trafficClass of own) {
    if (trafficClass.match === undefined) {
      continue;
    }
    const pattern = anchoredPattern(trafficClass.match);
    if (pattern === undefined) {
      notices.push({
        severity: 'warning',
        text: `Class "${trafficClass.name}" of "${definition.id}" matches nothing: "${trafficClass.match}" is no valid regular expression. Correct it.`,
      });
    } else {
      patterns.push({ row: row(trafficClass), pattern });
    }
  }
  const firstClass = row(own[0]);
  const rest = own.find((trafficClass) => trafficClass.match === undefined);
  const normal = own.find((trafficClass) => trafficClass.severity === 'normal') ?? rest ?? own[0];
  const danger = own.find((trafficClass) => trafficClass.severity === 'danger');
  const found = new Map<string, number>();
  const unmatched = new Set<string>();

  const classOf = (value: string): number => {
    const known = found.get(value);
    if (known !== undefined) {
      return known;
    }
    const matched = patterns.find(({ pattern }) => pattern.test(value));
    if (matched === undefined && rest === undefined) {
      unmatched.add(value);
    }
    const result = matched?.row ?? (rest === undefined ? firstClass : row(rest));
    found.set(value, result);
    return result;
  };
  return {
    classOf,
    dangerClass: danger === undefined ? -1 : row(danger),
    normalClass: row(normal),
    firstClass,
    unmatched,
    notices,
  };
}
