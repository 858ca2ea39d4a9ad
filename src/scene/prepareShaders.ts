import type { Camera, Scene, WebGLRenderer } from 'three';

/** Milliseconds between two looks whether a program is compiled. */
const LOOK_EVERY = 8;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Has the browser compile the programs of a scene, and asks for each by itself: where it compiles beside the main thread
 * that is not held up at all, and elsewhere for one program at a time rather than for all in the first frame.
 *
 * @param wanted whether anything is to be drawn yet
 */
export async function prepareShaders(
  renderer: WebGLRenderer,
  scene: Scene,
  eye: Camera,
  wanted: () => boolean
): Promise<void> {
  const gl = renderer.getContext();
  const beside = gl.getExtension('KHR_parallel_shader_compile');
  renderer.compile(scene, eye);
  for (const program of renderer.info.programs ?? []) {
    await pause(0);
    const made = program.program as WebGLProgram;
    while (wanted() && beside && !gl.getProgramParameter(made, beside.COMPLETION_STATUS_KHR)) {
      await pause(LOOK_EVERY);
    }
    if (!wanted()) {
      return;
    }
    program.getUniforms();
  }
}
