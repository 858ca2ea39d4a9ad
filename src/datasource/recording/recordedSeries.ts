import type { Notice } from '../../core/model/notice';
import { recordedExpressions, unrecordable } from '../../upstream/prometheus/recording/recordedExpressions';
import type { QueryDefinition } from '../types';

/** What a definition asks for: the series recorded for it where it is to read them and can; else what is written. */
export function readRecorded(definition: QueryDefinition): QueryDefinition {
  if (!definition.recorded) {
    return definition;
  }
  const expressions = recordedExpressions(definition);
  return expressions ? { ...definition, expressions } : { ...definition, recorded: false };
}

/** Says of definitions that are to read recorded series why they do not. */
export function recordedNotices(definitions: readonly QueryDefinition[]): readonly Notice[] {
  return definitions
    .filter(({ recorded, hidden }) => recorded && !hidden)
    .flatMap((definition): readonly Notice[] => {
      const reason = unrecordable(definition);
      return reason === undefined
        ? []
        : [{ severity: 'info', text: `“${definition.id}” asks its own expressions, no recorded series: ${reason}.` }];
    });
}
