/** left, top, right, bottom of x, y pairs; all 0 for none. */
export function boundsOf(positions: Float32Array): readonly [number, number, number, number] {
  if (positions.length === 0) {
    return [0, 0, 0, 0];
  }
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let index = 0; index < positions.length; index += 2) {
    left = Math.min(left, positions[index]);
    right = Math.max(right, positions[index]);
    top = Math.min(top, positions[index + 1]);
    bottom = Math.max(bottom, positions[index + 1]);
  }
  return [left, top, right, bottom];
}

/** The same places with the middle of their bounds at 0, 0. */
export function centred(positions: Float32Array): Float32Array {
  const [left, top, right, bottom] = boundsOf(positions);
  const middle = [(left + right) / 2, (top + bottom) / 2];
  return positions.map((value, index) => value - middle[index % 2]);
}
