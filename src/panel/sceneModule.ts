import { createContext } from 'react';
import type { CreateFlowScene } from '../scene/types';

/** What the panel needs of the scene's code. */
export interface SceneModule {
  readonly createFlowScene: CreateFlowScene;
}

export type LoadScene = () => Promise<SceneModule>;

/** The scene brings three and its shaders: it is fetched when a map is first on screen, not with every dashboard. */
export const loadScene: LoadScene = () => import(/* webpackChunkName: "scene" */ '../scene');

/** Gives the panel its scene; tests give their own. */
export const SceneLoader = createContext<LoadScene>(loadScene);
