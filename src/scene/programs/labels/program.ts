import { Mesh } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './labels.frag.glsl';
import vertex from './labels.vert.glsl';

/** One instance a glyph: text as signed distances, anchored to nodes, edges or places. */
export function labelsProgram(uniforms: ProgramUniforms): Mesh {
  return new Mesh(stripGeometry(), sceneMaterial({ name: 'labels', vertex, fragment }, uniforms));
}
