import { Mesh } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './edges.frag.glsl';
import vertex from './edges.vert.glsl';

/** Curved ribbons, one instance an edge: width by rate, colour by state, dashed without data. */
export function edgesProgram(uniforms: ProgramUniforms, segments: number): Mesh {
  return new Mesh(
    stripGeometry(segments),
    sceneMaterial({ name: 'edges', vertex, fragment, uniforms: { uSegments: { value: segments } } }, uniforms)
  );
}
