import { NearestFilter, WebGLRenderTarget, type Camera, type Scene, type WebGLRenderer } from 'three';
import { showParts } from './layerParts';
import type { Colour } from './colours';
import type { SharedUniforms } from './uniforms';

/**
 * What stands still, as two pictures: one that is under the particles and one that is over them. Without a GPU a steady
 * frame then costs the particles and two copies, however much stands still.
 */
export interface StillPictures {
  /** Draws a layer's scene, as it would be drawn by itself on `background`. */
  draw(scene: Scene, background: Colour): void;
  /** Something has changed: the next frame makes them anew. */
  outdate(): void;
  /** Frees them until they are drawn with again. */
  free(): void;
}

export function createStillPictures(renderer: WebGLRenderer, eye: Camera, shared: SharedUniforms): StillPictures {
  const gl = renderer.getContext();
  let targets: readonly [WebGLRenderTarget, WebGLRenderTarget] | undefined;
  let current = false;

  const made = (): readonly [WebGLRenderTarget, WebGLRenderTarget] => {
    const { width, height } = renderer.domElement;
    const options = { depthBuffer: false, minFilter: NearestFilter, magFilter: NearestFilter };
    const make = () => new WebGLRenderTarget(width, height, options);
    targets ??= [make(), make()];
    targets.forEach((target) => target.setSize(width, height));
    return targets;
  };
  const paint = (scene: Scene, background: Colour) => {
    const [under, over] = made();
    const [red, green, blue] = background;
    renderer.setRenderTarget(under);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    showParts(eye, 'under');
    renderer.render(scene, eye);
    renderer.setRenderTarget(over);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    showParts(eye, 'over');
    renderer.render(scene, eye);
    renderer.setRenderTarget(null);
    shared.uUnder.value = under.texture;
    shared.uOver.value = over.texture;
    current = true;
  };
  return {
    draw(scene, background) {
      if (!current) {
        paint(scene, background);
      }
      showParts(eye, 'flow');
      renderer.render(scene, eye);
      showParts(eye, 'all');
    },
    outdate() {
      current = false;
    },
    free() {
      current = false;
      targets?.forEach((target) => target.dispose());
      targets = undefined;
      shared.uUnder.value = null;
      shared.uOver.value = null;
    },
  };
}
