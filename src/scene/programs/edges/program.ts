import { Mesh, type RawShaderMaterial } from 'three';
import type { ProgramUniforms } from '../../uniforms';
import { sceneMaterial, stripGeometry } from '../material';
import fragment from './edges.frag.glsl';
import vertex from './edges.vert.glsl';

/** Curved ribbons, one instance an edge: width by rate, colour by state, dashed without data. */
export function edgesProgram(uniforms: ProgramUniforms): Mesh {
  return new Mesh(
    stripGeometry(1),
    sceneMaterial({ name: 'edges', vertex, fragment, uniforms: { uSegments: { value: 1 } } }, uniforms)
  );
}

/** Draws each curve with this many segments. */
export function setSegments(mesh: Mesh, segments: number): void {
  const { uSegments } = (mesh.material as RawShaderMaterial).uniforms;
  if (uSegments.value !== segments) {
    uSegments.value = segments;
    mesh.geometry.dispose();
    mesh.geometry = stripGeometry(segments);
  }
}
