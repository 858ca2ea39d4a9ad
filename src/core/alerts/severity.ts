import type { AlertSeverity } from '../model/alert';
import type { Labels } from '../model/series';

const DANGER = /^(?:critical|crit|page|pager|error|danger|emergency|fatal|high|major|p1|p0|sev1|sev0)$/i;
const INFO = /^(?:info|information|informational|notice|none|low|debug|p4|p5|sev4|sev5)$/i;

/**
 * How serious an alert is, by its label `severity` or `priority`, in the words that rules use. An alert that says
 * nothing, or a word of its own, is a warning: somebody wrote it to be seen.
 */
export function severityOf(labels: Labels): AlertSeverity {
  const said = labels.severity ?? labels.priority ?? '';
  if (DANGER.test(said)) {
    return 'danger';
  }
  return INFO.test(said) ? 'info' : 'warning';
}
