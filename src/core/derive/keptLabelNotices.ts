import type { TrafficHistory } from '../model/history';
import { type KeptLabel, MOST_KEPT_VALUES } from '../model/keptLabel';
import type { Notice } from '../model/notice';

import type { LostLabels } from './keepLabels';
import { LABELS_QUOTED, plural } from './reportWords';

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, LABELS_QUOTED).map((name) => `"${name}"`);
  return `${shown.join(', ')}${names.length > LABELS_QUOTED ? ' and others' : ''}`;
}

/** Labels that a definition is to keep, and that no series has. */
export function lostLabelNotices(definitionId: string, labels: LostLabels | undefined): readonly Notice[] {
  if (labels === undefined) {
    return [];
  }
  const { lost, there } = labels;
  const has = there.length === 0 ? 'They have no labels at all.' : `They do have ${quoted(there)}.`;
  return [
    {
      severity: 'warning',
      text: `"${definitionId}": no series has the ${lost.length === 1 ? 'label' : 'labels'} ${quoted(lost)} to keep. ${has} Name ${lost.length === 1 ? 'it' : 'them'} in the expression as well, as in sum by (…, ${lost[0]}), or keep another.`,
    },
  ];
}

function cutNotice({ name, more }: KeptLabel, one: string, many: string): readonly Notice[] {
  const rows = more?.filter((count) => count > 0) ?? [];
  const left = rows.reduce((sum, count) => sum + count, 0);
  return left === 0
    ? []
    : [
        {
          severity: 'info',
          text: `${plural(rows.length, `${one} has`, `${many} have`)} more than ${MOST_KEPT_VALUES} values of the label "${name}"; the first in order of text are kept, ${left} are left out, and no rule matches on them. Keep a label of fewer values.`,
        },
      ];
}

/** Labels of so many values that some are left out. */
export function cutLabelNotices({ edges, nodes }: TrafficHistory): readonly Notice[] {
  return [
    ...(edges.labels ?? []).flatMap((label) => cutNotice(label, 'edge', 'edges')),
    ...(nodes.labels ?? []).flatMap((label) => cutNotice(label, 'service', 'services')),
  ];
}
