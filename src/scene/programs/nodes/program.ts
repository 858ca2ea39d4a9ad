import { Mesh } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import icons from './icons.glsl';
import fragment from './nodes.frag.glsl';
import vertex from './nodes.vert.glsl';

/** One instance a node: ring of class shares, state, icon and marks as signed distances. */
export function nodesProgram(uniforms: ProgramUniforms): Mesh {
  return new Mesh(stripGeometry(), sceneMaterial({ name: 'nodes', vertex, fragment: icons + fragment }, uniforms));
}
