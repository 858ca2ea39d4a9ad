import type { Page } from 'playwright-core';
import { callsOf, type SceneCalls } from './scenePageCalls';
import { startSceneHost, type SceneHost } from './scenePageHost';

/** Opens the scene's page anew for each test of a file, and looks afterwards that neither it nor WebGL complained. */
export function useScenePage(): SceneCalls {
  let host: SceneHost;
  let page: Page;
  let complaints: readonly string[];
  const scene = callsOf(() => page);

  beforeAll(async () => {
    host = await startSceneHost();
  });
  afterAll(() => host.close());
  beforeEach(async () => {
    ({ page, complaints } = await host.open(640, 400));
  });
  afterEach(async () => {
    expect(await scene.glError()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
  return scene;
}
