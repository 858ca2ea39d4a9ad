/** Turns of pushing apart; most pictures need less than ten. */
const TURNS = 40;

/**
 * Pushes nodes apart until no two are closer than `width` across and `height` down at once, each time in the direction
 * that takes the smaller step.
 */
export function separate(x: Float64Array, y: Float64Array, width: number, height: number): void {
  const order = Int32Array.from(x, (_, node) => node).sort((a, b) => x[a] - x[b] || a - b);
  for (let turn = 0; turn < TURNS; turn++) {
    sortNearlySorted(order, x);
    let moved = false;
    for (let place = 0; place < order.length; place++) {
      const node = order[place];
      for (let next = place + 1; next < order.length && x[order[next]] - x[node] < width; next++) {
        moved = part(x, y, node, order[next], width, height) || moved;
      }
    }
    if (!moved) {
      return;
    }
  }
}

function part(x: Float64Array, y: Float64Array, a: number, b: number, width: number, height: number): boolean {
  const dx = x[b] - x[a];
  const dy = y[b] - y[a];
  const overX = width - Math.abs(dx);
  const overY = height - Math.abs(dy);
  if (overX <= 1e-3 || overY <= 1e-3) {
    return false;
  }
  if (overX / width < overY / height) {
    const push = (dx < 0 ? -overX : overX) / 2;
    x[a] -= push;
    x[b] += push;
  } else {
    const push = (dy < 0 ? -overY : overY) / 2;
    y[a] -= push;
    y[b] += push;
  }
  return true;
}

/** By insertion: after a turn few nodes have changed places. */
function sortNearlySorted(order: Int32Array, x: Float64Array): void {
  for (let place = 1; place < order.length; place++) {
    const node = order[place];
    let before = place - 1;
    for (; before >= 0 && x[order[before]] > x[node]; before--) {
      order[before + 1] = order[before];
    }
    order[before + 1] = node;
  }
}
