import { vizceralInput, type VizceralContent } from '../../core/vizceral';
import { gridTimes, type TimeGrid } from '../../upstream/grid';
import type { DefinitionAnswer } from '../query/answer';
import type { QueryDefinition } from '../types';

/**
 * The answer that Vizceral data is: the same at all times, since it is of one moment.
 *
 * @param what it is, in words for the reader, such as "pasted data"
 */
export function contentAnswer(
  definition: QueryDefinition,
  content: VizceralContent,
  what: string,
  grid: TimeGrid
): DefinitionAnswer {
  const text = `“${definition.id}” is ${what}${timeText(content.time)}, and the same at all times.`;
  return {
    definition,
    input: vizceralInput(definition, content, gridTimes(grid)),
    notices: [{ severity: 'info', text }, ...content.notices.map((notice) => ({ ...notice, upstream: definition.id }))],
  };
}

/** In UTC, since the reader's time zone is not known here; empty for a time that no date has. */
function timeText(time: number | undefined): string {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? '' : ` of ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
