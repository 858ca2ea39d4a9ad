import { Mesh } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './boxes.frag.glsl';
import vertex from './boxes.vert.glsl';

/** One instance a group: a box about its members. */
export function boxesProgram(uniforms: ProgramUniforms): Mesh {
  return new Mesh(stripGeometry(), sceneMaterial({ name: 'boxes', vertex, fragment }, uniforms));
}
