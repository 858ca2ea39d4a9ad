import { applyPreset, emptyDefinition } from '../editors/changes';
import { PRESETS, presetById } from '../presets';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import type { QueryDefinition, UpstreamReference } from '../types';
import { type TrafficVariableQuery, VARIABLE_LISTS } from './variableQuery';

const FORM = /^\s*(\w+)\s*(?:\((.*)\))?(?:\s+from\s+([\w-]+))?\s*$/s;

/**
 * Reads the short form of a variable's query: `callers(cart) from istio`. What is listed, a pattern in parentheses if
 * any, and the preset that the settings' upstream is asked with.
 *
 * @throws with one sentence for the person who wrote it
 */
export function parseVariableText(
  text: string,
  upstreams: readonly UpstreamReference[]
): Omit<TrafficVariableQuery, 'refId'> {
  const [, word, match = '', presetId]: ReadonlyArray<string | undefined> = FORM.exec(text) ?? [];
  const list = VARIABLE_LISTS.find((known) => known === word);
  if (list === undefined) {
    throw new Error(
      `“${text.trim()}” is no query for a variable. Write ${VARIABLE_LISTS.join(', ')}, such as “callers(cart)”.`
    );
  }
  return {
    list,
    ...(match.trim() !== '' && { match: match.trim() }),
    definitions: [definitionOf(presetId, upstreams)],
  };
}

function definitionOf(presetId: string | undefined, upstreams: readonly UpstreamReference[]): QueryDefinition {
  if (presetId === undefined || presetId === 'simulated') {
    if (presetId === undefined && upstreams.length > 0) {
      throw new Error('Name the preset that your metrics follow, such as “services from istio”.');
    }
    return SIMULATED_DEFINITION;
  }
  const preset = presetById(presetId);
  if (preset === undefined) {
    throw new Error(`There is no preset “${presetId}”. There are ${PRESETS.map(({ id }) => id).join(', ')}.`);
  }
  return applyPreset(emptyDefinition(preset.id, preset.kind, ''), preset);
}
