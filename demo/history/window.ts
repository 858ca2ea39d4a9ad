/** A stretch of time that history is made for, and how far its samples are apart. Milliseconds. */
export interface HistoryWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Multiples of a step from the start to the end of a window, both included where they are multiples. */
export function stepsOf({ fromMs, toMs }: HistoryWindow, stepMs: number): readonly number[] {
  const first = Math.ceil(fromMs / stepMs);
  const last = Math.floor(toMs / stepMs);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * stepMs);
}
