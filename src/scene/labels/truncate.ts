/** Latin letters, digits and marks, each a character by itself: as most names are, whole or with their middle cut out. */
const PLAIN = /^[\x20-\x7e\u00a1-\u024f\u2010-\u2027]*$/;
const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

/** Characters as readers count them: a letter with its accents, or an emoji, is one. */
export function characters(text: string): string[] {
  if (PLAIN.test(text) || !segmenter) {
    return Array.from(text);
  }
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Most characters of a label that is not whole. */
export const LABEL_CHARACTERS = 18;

/** Cuts the middle out of a long name: both its ends tell services apart. */
export function truncateMiddle(text: string, most = LABEL_CHARACTERS): string {
  if (text.length <= most) {
    return text;
  }
  const kept = most - 1;
  const head = Math.ceil(kept / 2);
  if (PLAIN.test(text)) {
    return `${text.slice(0, head)}…${text.slice(text.length - (kept - head))}`;
  }
  const all = characters(text);
  if (all.length <= most) {
    return text;
  }
  return `${all.slice(0, head).join('')}…${all.slice(all.length - (kept - head)).join('')}`;
}
