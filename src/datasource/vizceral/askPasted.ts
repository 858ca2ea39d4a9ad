import type { TimeGrid } from '../../upstream/grid';
import type { DefinitionAnswer } from '../query/answer';
import type { QueryDefinition } from '../types';
import { contentAnswer } from './contentAnswer';
import { readPasted } from './readPasted';

/** Answers a definition from the text that it holds. */
export function askPasted(definition: QueryDefinition, grid: TimeGrid): DefinitionAnswer {
  const pasted = readPasted(definition.pasted ?? '');
  if ('problem' in pasted) {
    const message = `“${definition.id}” cannot be read. ${pasted.problem}`;
    return { definition, failure: { upstream: definition.id, message }, notices: [] };
  }
  return contentAnswer(definition, pasted.content, 'pasted data', grid);
}
