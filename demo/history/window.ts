/** A stretch of time that history is made for. Milliseconds. */
export interface HistoryWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** All times of a window, its ends included, that are whole steps away from a phase. Milliseconds. */
export function stepsOf({ fromMs, toMs }: HistoryWindow, stepMs: number, phaseMs = 0): readonly number[] {
  const first = Math.ceil((fromMs - phaseMs) / stepMs);
  const last = Math.floor((toMs - phaseMs) / stepMs);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => phaseMs + (first + index) * stepMs);
}
