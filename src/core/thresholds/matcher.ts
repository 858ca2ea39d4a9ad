import type { LabelMatcher } from '../model/labelMatcher';
import { anchoredPattern } from '../model/pattern';
import type { MatcherPart, ThresholdRule } from '../model/threshold';

/** The names a rule's matcher is tried on. */
export interface SubjectNames {
  /** Any one may match. */
  readonly names: readonly string[];
  /** Group paths joined by "/"; any one may match. */
  readonly groups: readonly string[];
  readonly kinds: readonly string[];
  readonly protocols: readonly string[];
  /** Ids of the definitions in which it was seen. */
  readonly definitions: readonly string[];
  /** Values of a kept label; any one may match. Without any, it holds "". */
  readonly labelValues: (name: string) => readonly string[];
}

/** Which names each part of a matcher is tried on. */
const TRIED_ON: Readonly<Record<MatcherPart, Exclude<keyof SubjectNames, 'labelValues'>>> = {
  name: 'names',
  group: 'groups',
  kind: 'kinds',
  protocol: 'protocols',
  definition: 'definitions',
};

/** The parts that are one pattern each, in the order they are tried; labels come last. */
export const MATCHER_PARTS = Object.keys(TRIED_ON) as readonly MatcherPart[];

export type Test = (names: SubjectNames) => boolean;

/** Whether a matcher's labels are what they should be: a dashboard written by hand may hold anything. */
export function isLabelMatchers(labels: unknown): labels is readonly LabelMatcher[] {
  return (
    Array.isArray(labels) &&
    labels.every((each: unknown) => {
      const { label, match } = (each ?? {}) as { readonly label?: unknown; readonly match?: unknown };
      return typeof label === 'string' && typeof match === 'string';
    })
  );
}

const MISSING: readonly string[] = Object.freeze(['']);

function testsOfLabels(labels: readonly LabelMatcher[]): readonly Test[] {
  return labels.flatMap(({ label, match }) => {
    const pattern = anchoredPattern(match);
    return pattern === undefined
      ? []
      : [
          ({ labelValues }: SubjectNames) => {
            const values = labelValues(label);
            return (values.length === 0 ? MISSING : values).some((each) => pattern.test(each));
          },
        ];
  });
}

/** A test for each part of the rule's matcher that is there. */
export function testsOf({ match = {} }: ThresholdRule): readonly Test[] {
  const tests = MATCHER_PARTS.flatMap((part) => {
    const text = match[part];
    const pattern = text === undefined ? undefined : anchoredPattern(text);
    return pattern === undefined
      ? []
      : [(names: SubjectNames) => names[TRIED_ON[part]].some((each) => pattern.test(each))];
  });
  return [...tests, ...testsOfLabels(match.labels ?? [])];
}
