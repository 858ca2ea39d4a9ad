/** Seconds that each kind of change takes. */
export const EASE_SECONDS = 0.6;
export const EMPHASIS_SECONDS = 0.15;
export const LABEL_SECONDS = 0.18;
export const CAMERA_SECONDS = 0.45;
export const DRILL_SECONDS = 1;

/** Slow at both ends. */
export const easeInOut = (part: number) => (part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2);

/** Fast at first, then slower. */
export const easeOut = (part: number) => 1 - (1 - part) ** 3;

/**
 * One change under way. It begins with the first frame that is drawn after it was asked for, so that it is whole
 * whenever that frame comes.
 */
export interface Way {
  begin(): void;
  /** At its end at once. */
  finish(): void;
  /** 0–1 at a time in seconds. */
  at(seconds: number): number;
  moving(): boolean;
}

export function createWay(duration: number): Way {
  let started: number | undefined;
  let waiting = false;
  let part = 1;
  return {
    begin() {
      waiting = true;
      started = undefined;
      part = 0;
    },
    finish() {
      waiting = false;
      started = undefined;
      part = 1;
    },
    at(seconds) {
      if (waiting) {
        waiting = false;
        started = seconds;
      }
      if (started !== undefined) {
        part = Math.min(1, Math.max(0, (seconds - started) / duration));
        if (part === 1) {
          started = undefined;
        }
      }
      return part;
    },
    moving: () => waiting || started !== undefined,
  };
}
