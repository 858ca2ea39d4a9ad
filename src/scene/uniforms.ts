import { Vector2, type Vector4, type DataTexture, type IUniform, type Texture } from 'three';
import type { FrameNumber } from './frameReplay';
import { PALETTE_ORDER } from './theme';

/** One layer's own: where it is drawn, how far it eases, what it reads. */
export interface LayerUniforms {
  readonly uView: IUniform<Vector4>;
  readonly uScale: IUniform<number>;
  readonly uCrowding: IUniform<number>;
  readonly uReach: IUniform<number>;
  readonly uEase: IUniform<number>;
  readonly uEmphasis: IUniform<number>;
  readonly uLabelEase: IUniform<number>;
  readonly uOpacity: IUniform<number>;
  readonly uNodes: IUniform<DataTexture>;
  readonly uEdges: IUniform<DataTexture>;
  readonly uNodeEmphasis: IUniform<DataTexture>;
  readonly uEdgeEmphasis: IUniform<DataTexture>;
}

/** The same for all layers. The objects are shared by all programs: a write reaches every one. */
export interface SharedUniforms {
  readonly uPixel: IUniform<Vector2>;
  readonly uPixelRatio: IUniform<number>;
  /** Seconds within the epoch, and its number. */
  readonly uTime: IUniform<number>;
  readonly uEpoch: IUniform<number>;
  readonly uPulse: IUniform<number>;
  readonly uDark: IUniform<number>;
  readonly uGlow: IUniform<number>;
  readonly uParticleSize: IUniform<number>;
  readonly uAlways: IUniform<number>;
  readonly uPalette: IUniform<Float32Array>;
  readonly uAtlas: IUniform<Texture | null>;
  readonly uAtlasSize: IUniform<Vector2>;
  /** Pictures of what is under and over the particles, while they stand for it. */
  readonly uUnder: IUniform<Texture | null>;
  readonly uOver: IUniform<Texture | null>;
}

export type ProgramUniforms = LayerUniforms & SharedUniforms;

export function sharedUniforms(): SharedUniforms {
  return {
    uPixel: { value: new Vector2(1, 1) },
    uPixelRatio: { value: 1 },
    uTime: { value: 0 },
    uEpoch: { value: 0 },
    uPulse: { value: 0 },
    uDark: { value: 1 },
    uGlow: { value: 1 },
    uParticleSize: { value: 4 },
    uAlways: { value: 0 },
    uPalette: { value: new Float32Array(PALETTE_ORDER.length * 3) },
    uAtlas: { value: null },
    uAtlasSize: { value: new Vector2(1, 1) },
    uUnder: { value: null },
    uOver: { value: null },
  };
}

/** What differs from one frame to the next while nothing but time goes on. */
export function frameNumbers({ uTime, uEpoch, uPulse }: SharedUniforms): readonly FrameNumber[] {
  return [
    { name: 'uTime', tell: 'uniform1f', read: () => uTime.value },
    { name: 'uEpoch', tell: 'uniform1ui', read: () => uEpoch.value },
    { name: 'uPulse', tell: 'uniform1f', read: () => uPulse.value },
  ];
}
