/** Pairs of edges that are looked at; more are estimated from as many. */
const PAIRS = 40_000_000;

/** How many pairs of edges cross when drawn straight. Edges that share an end do not cross. */
export function straightCrossings(source: Int32Array, target: Int32Array, positions: Float32Array): number {
  const count = source.length;
  const stride = Math.max(1, Math.ceil((count * count) / 2 / PAIRS));
  let crossings = 0;
  let looked = 0;
  let pair = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1 + (pair++ % stride); b < count; b += stride) {
      looked++;
      crossings += cross(source, target, positions, a, b) ? 1 : 0;
    }
  }
  return Math.round((crossings * (count * (count - 1))) / 2 / Math.max(1, looked));
}

function cross(source: Int32Array, target: Int32Array, positions: Float32Array, a: number, b: number): boolean {
  const p = source[a];
  const q = target[a];
  const r = source[b];
  const s = target[b];
  if (p === r || p === s || q === r || q === s) {
    return false;
  }
  return (
    side(positions, p, q, r) * side(positions, p, q, s) < 0 && side(positions, r, s, p) * side(positions, r, s, q) < 0
  );
}

function side(positions: Float32Array, from: number, to: number, of: number): number {
  const x = positions[from * 2];
  const y = positions[from * 2 + 1];
  return (positions[to * 2] - x) * (positions[of * 2 + 1] - y) - (positions[to * 2 + 1] - y) * (positions[of * 2] - x);
}
