import { anchoredPattern } from '../model/pattern';
import type { ThresholdMatcher, ThresholdRule } from '../model/threshold';

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
}

/** Which names each part of a matcher is tried on. */
const TRIED_ON: Readonly<Record<keyof ThresholdMatcher, keyof SubjectNames>> = {
  name: 'names',
  group: 'groups',
  kind: 'kinds',
  protocol: 'protocols',
  definition: 'definitions',
};

/** The parts of a matcher, in the order they are tried. */
export const MATCHER_PARTS = Object.keys(TRIED_ON) as ReadonlyArray<keyof ThresholdMatcher>;

export type Test = (names: SubjectNames) => boolean;

/** A test for each part of the rule's matcher that is there. */
export function testsOf({ match = {} }: ThresholdRule): readonly Test[] {
  return MATCHER_PARTS.flatMap((part) => {
    const text = match[part];
    const pattern = text === undefined ? undefined : anchoredPattern(text);
    return pattern === undefined
      ? []
      : [(names: SubjectNames) => names[TRIED_ON[part]].some((each) => pattern.test(each))];
  });
}
