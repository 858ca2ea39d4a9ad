/** Overrides, embeddings and isolates of writing direction. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name, or a text with names in it, as it is shown. Characters that turn the direction of writing are left out: one in
 * a name would turn the words after it as well, such as the other end of an edge. The map leaves them out too.
 */
export function shownText(text: string): string {
  return text.replace(DIRECTION, '');
}
