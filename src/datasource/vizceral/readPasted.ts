import { readVizceral, type VizceralContent } from '../../core/vizceral';

/** A dashboard is saved and loaded as one piece of JSON, with what is pasted in it. */
const MOST_CHARACTERS = 5_000_000;

/** What a pasted text holds, or in a sentence why it is of no use. */
export type Pasted = { readonly content: VizceralContent } | { readonly problem: string };

/** Reads pasted Vizceral JSON. */
export function readPasted(text: string): Pasted {
  if (text.length > MOST_CHARACTERS) {
    const size = (text.length / 1_000_000).toFixed(1);
    return { problem: `The text has ${size} million characters, and a dashboard carries 5 million at most.` };
  }
  const data = parse(text);
  if (data === undefined) {
    return { problem: 'This is no JSON. Paste the whole text, from the first brace to the last.' };
  }
  const content = readVizceral(data);
  return content
    ? { content }
    : { problem: 'This JSON is no Vizceral data: its outermost object has neither "nodes" nor "connections".' };
}

/** Undefined for what is no JSON: `undefined` itself is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
