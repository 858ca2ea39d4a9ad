import { stringify } from 'yaml';
import type { RuleGroup } from '../../upstream/prometheus/recording/recordingRules';

const HEADER = '# Recording rules of Traffic Intuition: name this file in rule_files of Prometheus.\n';

/** A Prometheus rule file. */
export function rulesText(groups: readonly RuleGroup[]): string {
  // Expressions stay on lines of their own making: folded ones are hard to read and to search for.
  return HEADER + stringify({ groups }, { lineWidth: 0 });
}
