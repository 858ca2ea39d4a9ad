/**
 * Places for one column: as near to the wanted places as the order and the gap between neighbours allow, and within
 * ±`half`, in the sense of least squares. Neighbours that push each other share the mean of their wishes.
 */
export function placeRows(wanted: Float64Array, gap: number, half: number): Float64Array {
  const count = wanted.length;
  const blockMean = new Float64Array(count);
  const blockSize = new Int32Array(count);
  let blocks = 0;
  for (let row = 0; row < count; row++) {
    blockMean[blocks] = wanted[row] - row * gap;
    blockSize[blocks] = 1;
    blocks++;
    while (blocks > 1 && blockMean[blocks - 2] > blockMean[blocks - 1]) {
      const upper = blockSize[blocks - 2];
      const lower = blockSize[blocks - 1];
      blockMean[blocks - 2] = (blockMean[blocks - 2] * upper + blockMean[blocks - 1] * lower) / (upper + lower);
      blockSize[blocks - 2] = upper + lower;
      blocks--;
    }
  }
  const lowest = -half;
  const highest = Math.max(lowest, half - (count - 1) * gap);
  const placed = new Float64Array(count);
  for (let block = 0, row = 0; block < blocks; block++) {
    const base = Math.min(highest, Math.max(lowest, blockMean[block]));
    for (let member = 0; member < blockSize[block]; member++, row++) {
      placed[row] = base + row * gap;
    }
  }
  return placed;
}
