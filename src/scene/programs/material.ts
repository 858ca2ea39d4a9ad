import {
  CustomBlending,
  DoubleSide,
  GLSL3,
  InstancedBufferGeometry,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  type IUniform,
} from 'three';
import curves from './common/curves.glsl';
import view from './common/view.glsl';
import type { ProgramUniforms } from '../uniforms';

/** One kind of thing that is drawn in one call. */
export interface ProgramSource {
  readonly name: string;
  readonly vertex: string;
  readonly fragment: string;
  /** Of the preprocessor, for a variant of a program. */
  readonly defines?: Readonly<Record<string, number>>;
  readonly uniforms?: Readonly<Record<string, IUniform>>;
}

/** A material of the scene: flat, premultiplied, drawn in the order in which it is added. */
export function sceneMaterial(source: ProgramSource, uniforms: ProgramUniforms): RawShaderMaterial {
  return new RawShaderMaterial({
    name: source.name,
    glslVersion: GLSL3,
    vertexShader: view + curves + source.vertex,
    fragmentShader: view + source.fragment,
    defines: { ...source.defines },
    uniforms: { ...uniforms, ...source.uniforms },
    side: DoubleSide,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });
}

/** A strip of squares along one axis, two vertices a step; one square by default. Vertices are numbers only. */
export function stripGeometry(segments = 1): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const index: number[] = [];
  for (let segment = 0; segment < segments; segment++) {
    const first = segment * 2;
    index.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
  }
  geometry.setIndex(index);
  geometry.instanceCount = 0;
  return geometry;
}
