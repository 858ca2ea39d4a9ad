import { countDifferent, type Picture } from '../support/browser/pixels';
import { openOptions } from '../support/browser/optionsPane';
import { useSession } from '../support/browser/session';
import type { WorkbenchPage } from '../support/browser/workbenchPage';

const session = useSession();

/** Seconds; long after everything has eased. */
const AT = 100;

/** Pixels that differ where something of the map is drawn otherwise. */
const SOME = 40;

/** Pictures that are waited for before the map counts as unchanged. */
const MOST_PICTURES = 20;

/** Waits until the map differs from an earlier picture of it; undefined where it does not. */
async function changedFrom(workbench: WorkbenchPage, before: Picture): Promise<Picture | undefined> {
  for (let taken = 0; taken < MOST_PICTURES; taken++) {
    const now = await workbench.heldPictureAt(AT);
    if (now.width !== before.width || now.height !== before.height || countDifferent(before, now) > SOME) {
      return now;
    }
  }
  return undefined;
}

describe('the panel’s options', () => {
  it('of map, particles, labels and look are stored, and each changes the picture', async () => {
    const { workbench, section, stored } = await openOptions(session, {
      options: {
        thresholds: {
          rules: [{ scope: 'node', metric: 'rate', direction: 'above', danger: 0, match: { name: 'storefront' } }],
        },
      },
    });
    let picture = await workbench.heldPictureAt(AT);
    const unchanged: string[] = [];
    const changesPicture = async (action: Promise<void>, path: string, value: unknown): Promise<void> => {
      await action;
      expect(await stored()).toHaveProperty(path, value);
      const now = await changedFrom(workbench, picture);
      if (now === undefined) {
        unchanged.push(`${path}: ${JSON.stringify(value)}`);
      }
      picture = now ?? picture;
    };
    const [map, particles, labels, look] = ['Map', 'Particles', 'Labels', 'Look'].map(section);

    await changesPicture(map.choose('Layout', 'Ring'), 'layout.name', 'ring');
    await changesPicture(map.choose('Layout', 'Force'), 'layout.name', 'force');
    await changesPicture(map.choose('Layout', 'Grouped'), 'layout.name', 'grouped');
    await changesPicture(map.choose('Layout', 'Grid'), 'layout.name', 'grid');
    await changesPicture(map.press('By name'), 'layout.order', 'name');
    await changesPicture(map.choose('Layout', 'Layered'), 'layout.name', 'layered');
    await map.choose('Entry', 'storefront');
    expect(await stored()).toHaveProperty('layout.entry', expect.stringContaining('storefront'));
    await changesPicture(map.write('Hide edges below', '60'), 'minimumRate', 60);
    await changesPicture(map.write('Hide edges below', '0'), 'minimumRate', 0);

    await changesPicture(particles.press('Linear'), 'particles.density', 'linear');
    // Particles go on from where they are, so that another speed shows only later.
    await particles.press('Constant');
    expect(await stored()).toHaveProperty('particles.speed', 'constant');
    await changesPicture(particles.press('Responses'), 'particles.responses', true);
    await changesPicture(particles.write('Size', '11'), 'particles.size', 11);
    await changesPicture(particles.slide('ArrowLeft', 4), 'particles.size', 9);
    await changesPicture(particles.press('Still'), 'motion', 'still');
    await changesPicture(particles.press('Flowing'), 'motion', 'system');
    await changesPicture(particles.write('At most', '0'), 'particles.maximum', 0);

    await changesPicture(labels.choose('On edges', 'Request rate'), 'labels.edge', 'rate');
    await changesPicture(labels.press('Wallboard'), 'labels.scale', 2);
    await changesPicture(labels.press('Names'), 'labels.show', false);

    await changesPicture(look.press('Size nodes by traffic'), 'sizeByTraffic', true);
    await look.button('Add kind rule');
    await look.write('Kind rule 1: services', '.*');
    await changesPicture(look.choose('Kind rule 1: kind', 'Queue'), 'kinds', [{ pattern: '.*', kind: 'queue' }]);
    await changesPicture(look.choose('Colours', 'High contrast'), 'palette', 'highContrast');
    await changesPicture(map.press('Groups'), 'detail', 'groups');
    expect(unchanged).toEqual([]);
    expect(workbench.errors.messages).toEqual([]);
  });
});
