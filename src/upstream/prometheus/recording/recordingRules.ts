import type { TrafficDefinition } from '../../../core/model/definition';
import { writtenExpressions } from '../../request';
import { withWindow } from './dashboardVariables';
import { DEFINITION_LABEL, recordedName, unrecordable } from './recordedExpressions';

/** One rule of a Prometheus rule file, by the file's own names. */
export interface RecordingRule {
  readonly record: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly expr: string;
}

/** Rules that are evaluated together, as often as the server evaluates rules. */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly RecordingRule[];
}

/** Recording rules of some definitions, and those that have none. */
export interface RecordingRules {
  readonly groups: readonly RuleGroup[];
  readonly leftOut: ReadonlyArray<{ readonly definitionId: string; readonly reason: string }>;
}

/** Long enough for four samples of a target that is scraped every half minute. */
export const DEFAULT_WINDOW = '2m';

/** Whether a text is a duration of PromQL that a window may have, such as "2m" or "1h30m". */
export function isWindow(text: string): boolean {
  return /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/.test(text) && /[1-9]/.test(text);
}

/**
 * Rules that record what definitions ask, one group a definition. `window` stands for `$__rate_interval` and
 * `$__interval`. Hidden definitions are the caller's to leave out. Throws on a window that is none.
 */
export function recordingRules(definitions: readonly TrafficDefinition[], window: string): RecordingRules {
  if (!isWindow(window)) {
    throw new Error(`recordingRules: expected a duration such as "2m", got "${window}".`);
  }
  return {
    groups: definitions.flatMap((definition) => {
      if (unrecordable(definition) !== undefined) {
        return [];
      }
      const rules = writtenExpressions(definition.expressions).map(([name, text]) => ({
        record: recordedName(name),
        labels: { [DEFINITION_LABEL]: definition.id },
        expr: withWindow(text, window),
      }));
      return [{ name: `Traffic Intuition: ${definition.id}`, rules }];
    }),
    leftOut: definitions.flatMap((definition) => {
      const reason = unrecordable(definition);
      return reason === undefined ? [] : [{ definitionId: definition.id, reason }];
    }),
  };
}
