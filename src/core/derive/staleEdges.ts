import type { MergeRule } from '../model/definition';
import type { EdgeTable } from '../model/history';

/**
 * Per edge, the time in milliseconds of the last answer that its numbers come from; NaN for an edge of fresh answers,
 * undefined where all are. By `prefer`, one fresh definition makes an edge fresh; by `sum` and `max` all must be.
 *
 * @param staleSince by id, of the definitions that are shown by an earlier answer
 */
export function edgeStaleness(
  { seenIn }: Pick<EdgeTable, 'seenIn'>,
  staleSince: ReadonlyMap<string, number>,
  merge: MergeRule
): Float64Array | undefined {
  if (staleSince.size === 0) {
    return undefined;
  }
  return Float64Array.from(seenIn, (definitions) => {
    const times = definitions.flatMap((id) => staleSince.get(id) ?? []);
    const isStale = merge === 'prefer' ? times.length === definitions.length : times.length > 0;
    return isStale && times.length > 0 ? Math.min(...times) : NaN;
  });
}
