import type { Notice } from '../model/notice';

import type { NodeMetricJoin } from './joinNodeMetrics';
import { LABELS_QUOTED, plural, QUOTED } from './reportWords';

function quoted(texts: readonly string[], count: number, isMore: boolean): string {
  const list = texts.slice(0, count).map((text) => `"${text}"`);
  return `${list.join(', ')}${isMore ? ' and others' : ''}`;
}

function labelsThere(labels: readonly string[]): string {
  return `The series have ${labels.length === 0 ? 'no labels' : quoted(labels, LABELS_QUOTED, labels.length > LABELS_QUOTED)}.`;
}

function strangersAdvice({ joined, inOtherGroups, labels }: NodeMetricJoin): string {
  if (inOtherGroups > 0) {
    return 'The map has services of these names in other groups: choose the group labels so that the paths are those of the requests.';
  }
  return joined > 0
    ? 'If they are services of the map, their names differ from those of the requests: add a renaming rule, or choose another label.'
    : `${labelsThere(labels)} Choose the label that names the service, and those of its groups, as the requests have them, or add a renaming rule.`;
}

function joinNotice(join: NodeMetricJoin): Notice | undefined {
  const { name, series, names, joined, isThin, strangers, inOtherGroups } = join;
  if (series === 0) {
    const text = `the metric “${name}” answered with no series. Check its expression and the time range.`;
    return { severity: 'info', text };
  }
  if (names === 0) {
    const text = `no series of the metric “${name}” names a service. ${labelsThere(join.labels)} Choose the label that names the service, and those of its groups, as the requests have them.`;
    return { severity: 'warning', text };
  }
  if (joined === names || (joined > 0 && !isThin)) {
    return undefined;
  }
  const missed = inOtherGroups > 0 ? inOtherGroups : names - joined;
  const which = `${quoted(strangers, QUOTED, missed > QUOTED)} ${missed === 1 ? 'is' : 'are'} not`;
  const text = `${joined} of ${plural(names, 'name', 'names')} of the metric “${name}” ${joined === 1 || names === 1 ? 'is' : 'are'} on the map; ${which}. ${strangersAdvice(join)}`;
  return { severity: joined === 0 ? 'warning' : 'info', text };
}

/**
 * Metrics of services that nobody sees, or hardly anybody. Silent where most services of the map have the metric,
 * whatever else it covers, and where there is no map: then other notices say why.
 */
export function nodeMetricNotices(
  definitionId: string,
  joins: readonly NodeMetricJoin[],
  hasMap: boolean
): readonly Notice[] {
  return joins.flatMap((join) => {
    const notice = hasMap || join.series === 0 ? joinNotice(join) : undefined;
    return notice ? [{ ...notice, text: `"${definitionId}": ${notice.text}` }] : [];
  });
}
