import { parse } from 'yaml';
import { promvizDefinitions, type PromvizImport } from './promvizDefinitions';

const MOST_CHARACTERS = 500_000;

/** Reads a promviz configuration; in a sentence why it is of no use, where it is none. */
export function readPromviz(text: string): PromvizImport | { readonly problem: string } {
  if (text.length > MOST_CHARACTERS) {
    return { problem: 'The text is longer than 500,000 characters.' };
  }
  try {
    const data: unknown = parse(text);
    return (
      promvizDefinitions(data) ?? {
        problem: 'This YAML is no promviz configuration: it has neither “globalLevel”, “clusterLevel” nor “clusters”.',
      }
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'unknown reason';
    return { problem: `This is no YAML: ${reason}` };
  }
}
