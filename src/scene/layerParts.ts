import type { Camera, Object3D } from 'three';

/** Parts of a layer's scene, as bits of three's masks: under the particles, particles, over them, pictures of both. */
const BITS = { under: 1, particles: 2, over: 4, picture: 8 } as const;

/** What an eye sees at once: everything as it is, or particles between pictures of the rest. */
const SEEN = {
  all: BITS.under | BITS.particles | BITS.over,
  under: BITS.under,
  over: BITS.over,
  flow: BITS.particles | BITS.picture,
} as const;

export function setPart(object: Object3D, part: keyof typeof BITS): void {
  object.layers.mask = BITS[part];
}

export function showParts(eye: Camera, parts: keyof typeof SEEN): void {
  eye.layers.mask = SEEN[parts];
}
