import { vizceralInput } from '../../core/vizceral';
import type { Notice } from '../../core/model/notice';
import { gridTimes, type TimeGrid } from '../../upstream/grid';
import type { QueryDefinition } from '../types';
import type { DefinitionAnswer } from './answer';
import { readPasted } from '../pasted/readPasted';

/** Answers a definition from the text that it holds: the same at all times. */
export function askPasted(definition: QueryDefinition, grid: TimeGrid): DefinitionAnswer {
  const pasted = readPasted(definition.pasted ?? '');
  if ('problem' in pasted) {
    const message = `“${definition.id}” cannot be read. ${pasted.problem}`;
    return { definition, failure: { upstream: definition.id, message }, notices: [] };
  }
  const { content } = pasted;
  const still: Notice = {
    severity: 'info',
    text: `“${definition.id}” is pasted data${timeText(content.time)}, and the same at all times.`,
  };
  return {
    definition,
    input: vizceralInput(definition, content, gridTimes(grid)),
    notices: [still, ...content.notices.map((notice) => ({ ...notice, upstream: definition.id }))],
  };
}

/** In UTC, since the reader's time zone is not known here; empty for a time that no date has. */
function timeText(time: number | undefined): string {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? '' : ` of ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
