import { createSimulation, type SimulationOptions } from '../../core/simulation';
import { rememberSimulations } from './simulations';

it('makes a simulated company once, and forgets those that were not asked for lately', async () => {
  const made: SimulationOptions[] = [];
  const simulate = rememberSimulations(async () => ({
    createSimulation: (options) => {
      made.push(options);
      return createSimulation(options);
    },
  }));
  const company = (seed: number) => simulate({ scenario: 'small', seed });
  const first = await company(1);
  expect(await company(1)).toBe(first);
  expect(await simulate({ scenario: 'small', seed: 1, services: 7 })).not.toBe(first);
  for (const seed of [2, 3, 1, 4]) {
    await company(seed);
  }
  expect(made.map(({ seed }) => seed)).toEqual([1, 1, 2, 3, 4]);
  await simulate({ scenario: 'small', seed: 1, services: 7 });
  expect(made).toHaveLength(6);
});

it('says what is wrong with options that make no sense', async () => {
  const simulate = rememberSimulations(async () => ({ createSimulation }));
  await expect(simulate({ scenario: 'small', seed: 0.5 })).rejects.toThrow(/seed/);
});
