function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    throw new Error(`${name} takes a whole number, got "${text}"`);
  }
  return Number(text);
}

/**
 * The seeds of a test with made-up data: as many as it usually takes, from 1. `FUZZ_RUNS=50` takes 50 times as many,
 * `FUZZ_SEED=1234` begins there: with a seed that failed, that one comes first. Throws where one of them is no number.
 */
export function seedsFrom(usual: number): readonly number[] {
  const first = wholeNumber('FUZZ_SEED') ?? 1;
  return Array.from({ length: usual * (wholeNumber('FUZZ_RUNS') ?? 1) }, (_, index) => first + index);
}

/**
 * Runs one check for each seed; a failure names the seed, to be pinned.
 *
 * @param pinned seeds that once failed, which come before all others
 */
export function forSeeds(usual: number, check: (seed: number) => void, pinned: readonly number[] = []): void {
  for (const seed of [...pinned, ...seedsFrom(usual)]) {
    try {
      check(seed);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`Seed ${seed} (FUZZ_SEED=${seed} begins with it): ${message}`, { cause: error });
    }
  }
}
