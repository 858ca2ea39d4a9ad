/** What three makes with its renderer; it goes with the context. */
export const OF_RENDERER = { textures: 4, framebuffers: 3 } as const;

/** What is left after so many scenes were disposed of. */
export const leftAfter = (mounts: number) => ({
  buffers: 0,
  programs: 0,
  vertexArrays: 0,
  renderbuffers: 0,
  textures: OF_RENDERER.textures * mounts,
  framebuffers: OF_RENDERER.framebuffers * mounts,
});
