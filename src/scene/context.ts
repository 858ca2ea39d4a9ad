const CONTEXT: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  powerPreference: 'high-performance',
};

/** @throws where the browser gives no WebGL 2 */
export function openContext(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', CONTEXT);
  if (!gl) {
    throw new Error('scene: this browser gives no WebGL 2 context; it may be switched off, or too many are open');
  }
  return gl;
}

/** Whether the browser took the WebGL context of a canvas away. three makes all GPU objects anew when it comes back. */
export interface ContextWatch {
  lost(): boolean;
  dispose(): void;
}

/** `onChange` is told of a loss, and of a return once what three keeps is ready to be drawn again. */
export function watchContext(canvas: HTMLCanvasElement, onChange: (lost: boolean) => void): ContextWatch {
  let lost = false;
  const set = (next: boolean) => () => {
    lost = next;
    onChange(next);
  };
  const onLost = set(true);
  const onRestored = set(false);
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);
  return {
    lost: () => lost,
    dispose() {
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
    },
  };
}

/** What draws: the name of the GPU, or of what stands in for one. */
export function rendererName(gl: WebGL2RenderingContext): string {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
