import { Mesh, type IUniform, type Texture } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './still.frag.glsl';
import vertex from './still.vert.glsl';

/** A picture as large as the canvas, drawn before, laid over what is there. */
export function stillProgram(uniforms: ProgramUniforms, uPicture: IUniform<Texture | null>): Mesh {
  const geometry = stripGeometry();
  geometry.instanceCount = 1;
  return new Mesh(geometry, sceneMaterial({ name: 'still', vertex, fragment, uniforms: { uPicture } }, uniforms));
}
