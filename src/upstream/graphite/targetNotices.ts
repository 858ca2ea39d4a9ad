import type { Notice } from '../../core/model/notice';
import { countNotice } from '../tableNotices';
import type { TargetLabels } from './targetLabels';

const EXAMPLE_LENGTH = 200;

/** What there is to say once all targets have been turned into labels. */
export function targetNotices(targets: TargetLabels, upstream: string): readonly Notice[] {
  const { count, example } = targets.misfits();
  return [
    ...(targets.problem ? [{ severity: 'error', upstream, text: `${upstream}: ${targets.problem}` } as const] : []),
    ...countNotice(
      count,
      'warning',
      upstream,
      (misfits) =>
        `${misfits} series do not fit the path pattern, such as "${example.slice(0, EXAMPLE_LENGTH)}". Correct the pattern, or keep the path in the answer (groupByNodes joins the parts it keeps with dots).`
    ),
  ];
}
