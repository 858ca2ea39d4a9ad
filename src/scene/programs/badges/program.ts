import { Mesh } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './badges.frag.glsl';
import vertex from './badges.vert.glsl';

/** One instance a node or edge in trouble: a sign that is told by its shape too. */
export function badgesProgram(uniforms: ProgramUniforms): Mesh {
  return new Mesh(stripGeometry(), sceneMaterial({ name: 'badges', vertex, fragment }, uniforms));
}
