/**
 * A regular expression anchored at both ends, as Prometheus reads one: "." matches a line break too.
 * Undefined when the text is no valid expression.
 */
export function anchoredPattern(pattern: string): RegExp | undefined {
  try {
    // Alone first: wrapping would make a valid expression of one such as `a)(b`.
    void new RegExp(pattern, 's');
    return new RegExp(`^(?:${pattern})$`, 's');
  } catch {
    return undefined;
  }
}

/** An expression that matches a text, and nothing else. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
