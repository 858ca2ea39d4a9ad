/** "cluster, namespace" → `["cluster", "namespace"]`. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A text without the white space around it; undefined for one without anything else. */
export function textOrNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/** A number that is at least `least`; undefined for an empty text, and for one that is no such number. */
export function numberOrNothing(text: string, least: number): number | undefined {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && number >= least ? number : undefined;
}

/** A whole number of 1 or more, what is behind the point left out; undefined for anything else. */
export function wholeOrNothing(text: string): number | undefined {
  const number = numberOrNothing(text, 1);
  return number === undefined ? undefined : Math.trunc(number);
}
