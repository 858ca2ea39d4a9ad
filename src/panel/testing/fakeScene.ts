import type { FlowScene, SceneInit, ScenePick } from '../../scene/types';
import type { LoadScene } from '../sceneModule';

/** A scene without WebGL that remembers what it was told. */
export interface FakeScene {
  readonly init: SceneInit;
  readonly calls: { readonly [Name in keyof FlowScene]: jest.Mock };
}

export interface FakeScenes {
  readonly load: LoadScene;
  readonly made: FakeScene[];
  /** What every scene answers to a pick. */
  underPointer: ScenePick | undefined;
}

/** Makes scenes as `scene/index.ts` does. `fails`: as in a browser without WebGL 2. */
export function fakeScenes(fails = false): FakeScenes {
  const scenes: FakeScenes = {
    made: [],
    underPointer: undefined,
    load: async () => ({
      createFlowScene: (_, init) => {
        if (fails) {
          throw new Error('scene: this browser gives no WebGL 2 context');
        }
        const calls = {
          prepare: jest.fn(async () => undefined),
          setView: jest.fn(),
          setTheme: jest.fn(),
          setOptions: jest.fn(),
          setEmphasis: jest.fn(),
          resize: jest.fn(),
          draw: jest.fn(() => false),
          pick: jest.fn(() => scenes.underPointer),
          nodeOnScreen: jest.fn((row: number) => ({ x: 10 * row, y: 20, radius: 8 })),
          edgeOnScreen: jest.fn(() => ({ x: 5, y: 5 })),
          fit: jest.fn(),
          zoomBy: jest.fn(),
          panBy: jest.fn(),
          reveal: jest.fn(),
          moveNode: jest.fn((_row: number, x: number, y: number) => [x / 10, y / 10] as const),
          statistics: jest.fn(() => ({
            framesPerSecond: 60,
            scriptMs: 0.2,
            drawCalls: 6,
            particles: 120,
            nodes: 3,
            edges: 3,
            qualityStep: 0,
            geometries: 5,
            textures: 4,
            programs: 6,
          })),
          dispose: jest.fn(),
        };
        scenes.made.push({ init, calls });
        return calls;
      },
    }),
  };
  return scenes;
}
