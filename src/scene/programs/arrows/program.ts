import { Mesh } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './arrows.frag.glsl';
import vertex from './arrows.vert.glsl';

/** One instance an edge: a head at the target's border. */
export function arrowsProgram(uniforms: ProgramUniforms): Mesh {
  return new Mesh(stripGeometry(), sceneMaterial({ name: 'arrows', vertex, fragment }, uniforms));
}
