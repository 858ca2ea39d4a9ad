/** What a frame loop needs of the browser; tests give their own. */
export interface FrameClock {
  /** Asks for one frame; returns a handle. */
  readonly request: (frame: (milliseconds: number) => void) => number;
  readonly cancel: (handle: number) => void;
}

export interface FrameLoop {
  /** Asks for a frame, and for all that follow while drawing says that something moves. */
  wake(): void;
  /** Hidden or off screen: no frames at all. Time stands still meanwhile, so that nothing jumps on return. */
  setVisible(visible: boolean): void;
  /** Frames a second at most; 0 for the display's own rate. */
  setLimit(framesPerSecond: number): void;
  stop(): void;
}

/** Milliseconds by which displays miss their own rate: a frame that early still counts as due. */
const EARLY = 2;

/**
 * Draws while something moves and somebody can see it. `draw` is given seconds of shown time and returns whether
 * anything still moves.
 */
export function createFrameLoop(draw: (seconds: number) => boolean, clock: FrameClock): FrameLoop {
  let handle: number | undefined;
  let visible = true;
  let stopped = false;
  let limit = 0;
  let drawnAt = -Infinity;
  let hiddenAt: number | undefined;
  let skipped = 0;

  const ask = () => {
    if (handle === undefined && visible && !stopped) {
      handle = clock.request(frame);
    }
  };
  const frame = (now: number) => {
    handle = undefined;
    if (hiddenAt !== undefined) {
      skipped += Math.max(0, now - hiddenAt);
      hiddenAt = undefined;
    }
    if (limit > 0 && now - drawnAt < 1000 / limit - EARLY) {
      ask();
      return;
    }
    drawnAt = now;
    if (draw((now - skipped) / 1000)) {
      ask();
    }
  };
  return {
    wake: ask,
    setVisible(next) {
      if (next === visible) {
        return;
      }
      visible = next;
      if (visible) {
        ask();
        return;
      }
      hiddenAt = Number.isFinite(drawnAt) ? drawnAt : undefined;
      if (handle !== undefined) {
        clock.cancel(handle);
        handle = undefined;
      }
    },
    setLimit(framesPerSecond) {
      limit = framesPerSecond;
    },
    stop() {
      stopped = true;
      if (handle !== undefined) {
        clock.cancel(handle);
        handle = undefined;
      }
    },
  };
}
