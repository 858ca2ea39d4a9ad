import type { Notice } from '../../core/model/notice';
import type { DeriveCounts } from '../../core/model/result';

/** Says of definitions whose series hold no sample that the time is empty, and not the mapping wrong. */
export function emptyNotices(counts: readonly DeriveCounts[]): readonly Notice[] {
  return counts
    .filter(({ series, samples }) => series > 0 && samples === 0)
    .map(({ definitionId, series }) => ({
      severity: 'warning',
      text: `"${definitionId}": ${series} series without a sample in this time range. Choose a longer range, or look whether the metric is still written.`,
    }));
}
