import { leftAfter } from '../support/rendererObjects';
import { callsOf } from '../support/scenePageCalls';
import { startSceneHost, type SceneHost } from '../support/scenePageHost';

let host: SceneHost;

beforeAll(async () => {
  host = await startSceneHost();
});
afterAll(() => host.close());

describe('many panels, one after the other', () => {
  it('200 mounts and updates leave no GPU object, no context and no scene behind', async () => {
    const { page, complaints } = await host.open(640, 400);
    const scene = callsOf(page);
    const mounts = 200;
    for (let done = 0; done < mounts; done += 10) {
      await scene.cycle({ width: 64, height: 36, view: { scenario: 'failing' } }, 10);
      expect(await scene.contexts()).toBe(0);
    }
    expect(await scene.live()).toEqual(leftAfter(mounts));
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    // The page itself holds the last one.
    expect(await scene.scenesInMemory()).toBe(1);
    await scene.mount({ width: 64, height: 36, view: { scenario: 'failing' } });
    await scene.draw(0);
    expect(await scene.contexts()).toBe(1);
    expect(complaints).toEqual([]);
  }, 600_000);
});
