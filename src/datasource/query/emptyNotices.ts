import type { Notice } from '../../core/model/notice';
import type { DeriveCounts } from '../../core/model/result';

/**
 * Says of definitions whose series hold no sample that the time is empty, and not the mapping wrong. Where the mapping
 * gives no edge either, that is told elsewhere, and comes first.
 */
export function emptyNotices(counts: readonly DeriveCounts[]): readonly Notice[] {
  return counts
    .filter(({ edges, samples }) => edges > 0 && samples === 0)
    .map(({ definitionId, series }) => ({
      severity: 'warning',
      text: `"${definitionId}": ${series} series without a sample in this time range. Choose a longer range, or look whether the metric is still written.`,
    }));
}
