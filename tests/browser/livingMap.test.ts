import { countColour, countDifferent, parseColour } from '../support/browser/pixels';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, namesOf, SCENARIO, simulation } from '../support/browser/traffic';

const session = useSession();

const ADDRESS = { scenario: `simulated-${SCENARIO}`, ...INCIDENT_RANGE, options: { detail: 'services' } } as const;

describe('the living map of the simulated company', () => {
  it('shows every service, and nothing complains', async () => {
    const workbench = await session.open(ADDRESS);
    await workbench.mapReady();
    expect(await workbench.namesInTable()).toEqual(namesOf(simulation().services));
    expect(workbench.errors.messages).toEqual([]);
  });

  it('moves its particles with time, and draws one time always alike', async () => {
    const workbench = await session.open(ADDRESS);
    await workbench.mapReady();
    const first = await workbench.pictureAt(100);
    expect(countDifferent(first, await workbench.pictureAt(100.5))).toBeGreaterThan(500);
    expect(countDifferent(first, await workbench.pictureAt(100))).toBe(0);
  });

  it.each(['dark', 'light'] as const)('paints what fails in the colour of danger on the %s theme', async (theme) => {
    const dangerIn = async (scenario: string): Promise<number> => {
      const workbench = await session.open({ ...ADDRESS, theme, scenario });
      await workbench.mapReady();
      const danger = parseColour(await workbench.legendColour('Danger'));
      return countColour(await workbench.pictureAt(100), danger);
    };
    expect(await dangerIn(ADDRESS.scenario)).toBeGreaterThan((await dangerIn('simulated-calm')) + 200);
  });

  it('stands still under reduced motion', async () => {
    const workbench = await session.open(ADDRESS, { reducedMotion: true });
    await workbench.mapReady();
    const first = await workbench.pictureAt(100);
    expect(countDifferent(first, await workbench.pictureAt(101))).toBe(0);
  });
});
