import { carryForward } from '../../core/derive/carryForward';
import type { DeriveInput } from '../../core/derive/deriveTraffic';
import type { SeriesTable } from '../../core/model/series';
import { gridTimes, type TimeGrid } from '../../upstream/grid';

/** An answer is shown again for as long after it was given. */
export const MAXIMUM_AGE_MS = 15 * 60_000;

const MOST_ANSWERS = 32;

/** Samples of all answers that are kept: 8 bytes each. */
const MOST_SAMPLES = 5_000_000;

type Tables = DeriveInput['tables'];

/** An earlier answer, brought onto the grid of a later question. */
export interface LastAnswer {
  readonly input: DeriveInput;
  /** End of the last bucket that was answered, in milliseconds. Later values repeat it. */
  readonly since: number;
  /** Milliseconds between the answer and the question. */
  readonly ageMs: number;
}

/** The last good answer to each question, bounded in number, size and age; the oldest go first. */
export interface LastAnswers {
  readonly remember: (key: string, grid: TimeGrid, input: DeriveInput) => void;
  readonly recall: (key: string, grid: TimeGrid) => LastAnswer | undefined;
}

interface Kept {
  readonly grid: TimeGrid;
  readonly input: DeriveInput;
  readonly samples: number;
}

function mapTables(tables: Tables, change: (table: SeriesTable) => SeriesTable): Tables {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table && change(table)]));
}

export function createLastAnswers(): LastAnswers {
  const kept = new Map<string, Kept>();
  const tooMuch = (): boolean =>
    kept.size > MOST_ANSWERS || [...kept.values()].reduce((sum, { samples }) => sum + samples, 0) > MOST_SAMPLES;
  return {
    remember: (key, grid, input) => {
      const samples = Object.values(input.tables).reduce((sum, table) => sum + (table?.values.length ?? 0), 0);
      kept.delete(key);
      kept.set(key, { grid, input, samples });
      for (const oldest of kept.keys()) {
        if (!tooMuch()) {
          return;
        }
        kept.delete(oldest);
      }
    },
    recall: (key, grid) => {
      const last = kept.get(key);
      const ageMs = last === undefined ? NaN : grid.to - last.grid.to;
      if (last === undefined || !(ageMs >= 0 && ageMs <= MAXIMUM_AGE_MS)) {
        return undefined;
      }
      const times = gridTimes(grid);
      const since = gridTimes(last.grid).at(-1) ?? last.grid.to;
      const { definition, tables } = last.input;
      return { input: { definition, tables: mapTables(tables, (table) => carryForward(table, times)) }, since, ageMs };
    },
  };
}
