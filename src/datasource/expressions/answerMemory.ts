/** Answers that are kept for a while, so that a pause between two keys costs an upstream nothing. */
export interface AnswerMemory {
  /**
   * What was answered under a key, or is being asked; asks where there is nothing. Never rejects: where asking fails,
   * the answer is `otherwise`, for a few seconds only.
   */
  readonly remember: <T>(key: string, ask: () => Promise<T>, otherwise: T) => Promise<T>;
}

export interface AnswerMemoryOptions {
  /** Milliseconds. */
  readonly now: () => number;
  readonly keepMs?: number;
  readonly keepFailuresMs?: number;
  /** The most answers that are kept; the oldest goes first. */
  readonly most?: number;
}

interface Kept {
  readonly answer: Promise<unknown>;
  readonly until: number;
}

/** Makes an empty memory. */
export function createAnswerMemory({
  now,
  keepMs = 120_000,
  keepFailuresMs = 5_000,
  most = 200,
}: AnswerMemoryOptions): AnswerMemory {
  const kept = new Map<string, Kept>();
  const keep = (key: string, answer: Promise<unknown>, forMs: number) => {
    kept.delete(key);
    kept.set(key, { answer, until: now() + forMs });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) {
      kept.delete(oldest);
    }
  };
  return {
    remember: <T>(key: string, ask: () => Promise<T>, otherwise: T): Promise<T> => {
      const known = kept.get(key);
      if (known && known.until > now()) {
        // A key always stands for one question, so that its answer has the type that is asked for.
        return known.answer as Promise<T>;
      }
      const answer: Promise<T> = ask().catch(() => {
        if (kept.get(key)?.answer === answer) {
          keep(key, answer, keepFailuresMs);
        }
        return otherwise;
      });
      keep(key, answer, keepMs);
      return answer;
    },
  };
}
