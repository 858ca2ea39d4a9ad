import type { Notice } from '../../core/model/notice';
import type { DeriveCounts } from '../../core/model/result';
import { recordedExpressions, unrecordable } from '../../upstream/prometheus/recording/recordedExpressions';
import type { QueryDefinition } from '../types';

/** What a definition asks for: the series recorded for it where it says so and they can be, else what is written. */
export function readRecorded(definition: QueryDefinition): QueryDefinition {
  const expressions = definition.recorded ? recordedExpressions(definition) : undefined;
  return expressions ? { ...definition, expressions } : definition;
}

/** Says of definitions that read recorded series why there are none, or why they are not read. */
export function recordedNotices(
  definitions: readonly QueryDefinition[],
  counts: readonly DeriveCounts[]
): readonly Notice[] {
  return definitions
    .filter(({ recorded, hidden }) => recorded && !hidden)
    .flatMap((definition): readonly Notice[] => {
      const { id } = definition;
      const reason = unrecordable(definition);
      if (reason !== undefined) {
        return [{ severity: 'info', text: `“${id}” asks its own expressions, no recorded series: ${reason}.` }];
      }
      if (counts.some(({ definitionId, series }) => definitionId === id && series === 0)) {
        const text = `“${id}” reads recorded series, and there are none. Load its recording rules into Prometheus, or turn “Read the recorded series” off.`;
        return [{ severity: 'warning', text }];
      }
      return [];
    });
}
