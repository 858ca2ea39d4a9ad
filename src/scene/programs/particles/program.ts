import { BufferGeometry, Points } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial } from '../material';
import fragment from './particles.frag.glsl';
import vertex from './particles.vert.glsl';

/** One point a particle: its place is a function of time and of its edge's constants. */
export function particlesProgram(uniforms: ProgramUniforms): Points {
  return new Points(new BufferGeometry(), sceneMaterial({ name: 'particles', vertex, fragment }, uniforms));
}

/** The answers to the same particles, on their way back. Draws the geometry of the particles, which it is given. */
export function responsesProgram(uniforms: ProgramUniforms): Points {
  const source = { name: 'responses', vertex, fragment, defines: { RESPONSES: 1 } };
  return new Points(new BufferGeometry(), sceneMaterial(source, uniforms));
}
