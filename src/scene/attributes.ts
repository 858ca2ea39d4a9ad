import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  IntType,
  type Mesh,
  type Points,
} from 'three';

/**
 * Gives a mesh of instances new attributes, each of 4-byte floats. Buffers are kept while they fit; when one is too
 * small the geometry is made anew, so that the old buffers are freed with the old geometry.
 */
export function setInstances(
  mesh: Mesh,
  count: number,
  attributes: Readonly<Record<string, { readonly cells: Float32Array<ArrayBuffer>; readonly size: number }>>
): void {
  const old = mesh.geometry as InstancedBufferGeometry;
  const fits = Object.entries(attributes).every(
    ([name, { size }]) => (old.getAttribute(name)?.array.length ?? -1) >= count * size
  );
  let geometry = old;
  if (!fits) {
    geometry = new InstancedBufferGeometry();
    geometry.setIndex(Array.from(old.getIndex()?.array ?? []));
    for (const [name, { size }] of Object.entries(attributes)) {
      const room = new Float32Array(Math.ceil(count * 1.3 + 8) * size);
      geometry.setAttribute(name, new InstancedBufferAttribute(room, size).setUsage(DynamicDrawUsage));
    }
    old.dispose();
    mesh.geometry = geometry;
  }
  for (const [name, { cells, size }] of Object.entries(attributes)) {
    const attribute = geometry.getAttribute(name) as InstancedBufferAttribute;
    attribute.array.set(cells.subarray(0, count * size));
    attribute.clearUpdateRanges();
    attribute.addUpdateRange(0, count * size);
    attribute.needsUpdate = true;
  }
  geometry.instanceCount = count;
  mesh.visible = count > 0;
}

/** Room for pairs of unsigned integers, 16 bits wide where edges are few enough. */
export function reservePairs(points: Points, count: number, wide: boolean): Uint16Array | Uint32Array {
  const old = points.geometry.getAttribute('aParticle');
  const kind = wide ? Uint32Array : Uint16Array;
  if (old && old.array instanceof kind && old.array.length >= count * 2 && old.array.length < count * 16 + 4096) {
    return old.array;
  }
  const cells = new kind(Math.ceil(count * 1.2 + 64) * 2);
  const attribute = new BufferAttribute(cells, 2);
  attribute.gpuType = IntType;
  attribute.setUsage(DynamicDrawUsage);
  points.geometry.dispose();
  points.geometry = new BufferGeometry();
  points.geometry.setAttribute('aParticle', attribute);
  return cells;
}

/** Uploads the pairs from `from` on, and draws as many points as `count`. */
export function pairsChanged(points: Points, from: number, count: number): void {
  if (from < count) {
    const attribute = points.geometry.getAttribute('aParticle') as BufferAttribute;
    if (from === 0) {
      attribute.clearUpdateRanges();
    }
    attribute.addUpdateRange(from * 2, (count - from) * 2);
    attribute.needsUpdate = true;
  }
  points.geometry.setDrawRange(0, count);
  points.visible = count > 0;
}
