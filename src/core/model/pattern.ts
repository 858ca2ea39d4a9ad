/**
 * A regular expression anchored at both ends, as Prometheus reads one: "." matches a line break too, and a leading
 * `(?i)` takes no heed of case. Undefined when the text is no valid expression.
 */
export function anchoredPattern(text: string): RegExp | undefined {
  const ignoresCase = text.startsWith('(?i)');
  const pattern = ignoresCase ? text.slice(4) : text;
  try {
    // Alone first: wrapping would make a valid expression of one such as `a)(b`.
    void new RegExp(pattern, 's');
    return new RegExp(`^(?:${pattern})$`, ignoresCase ? 'is' : 's');
  } catch {
    return undefined;
  }
}

/** An expression that matches a text, and nothing else. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
