import { useCallback, useEffect, useMemo, useState } from 'react';
import { bucketAt, REPLAY_SPEEDS, replayStep } from '../model/replay';

export interface Replay {
  /** Bucket to show; absent: now. */
  readonly timeIndex?: number;
  readonly playing: boolean;
  /** Times faster than life. */
  readonly speed: number;
  readonly seek: (index: number) => void;
  readonly toggle: () => void;
  readonly faster: () => void;
  /** Back to the newest data, and on with it. */
  readonly goLive: () => void;
}

/** A place in the history that stays at its time while newer data comes in; playing takes it on to now. */
export function useReplay(times: Float64Array): Replay {
  const [time, setTime] = useState<number>();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(REPLAY_SPEEDS[1]);
  const last = times.length - 1;
  const timeIndex = time === undefined || last < 0 ? undefined : bucketAt(times, time);

  const goLive = useCallback(() => {
    setTime(undefined);
    setPlaying(false);
  }, []);
  const seek = useCallback(
    (index: number) => {
      setTime(times[Math.max(0, Math.min(last, index))]);
    },
    [times, last]
  );
  const toggle = useCallback(() => {
    setPlaying(!playing);
    if (!playing && (timeIndex === undefined || timeIndex === last)) {
      setTime(times[0]);
    }
  }, [playing, timeIndex, last, times]);
  const faster = useCallback(
    () => setSpeed((now) => REPLAY_SPEEDS[(REPLAY_SPEEDS.indexOf(now) + 1) % REPLAY_SPEEDS.length]),
    []
  );

  useEffect(() => {
    if (!playing || timeIndex === undefined) {
      return undefined;
    }
    const { wait, buckets } = replayStep(times, speed);
    const timer = window.setTimeout(() => {
      if (timeIndex + buckets >= last) {
        goLive();
      } else {
        seek(timeIndex + buckets);
      }
    }, wait);
    return () => window.clearTimeout(timer);
  }, [playing, timeIndex, times, last, speed, seek, goLive]);

  return useMemo(
    () => ({ timeIndex, playing, speed, seek, toggle, faster, goLive }),
    [timeIndex, playing, speed, seek, toggle, faster, goLive]
  );
}
