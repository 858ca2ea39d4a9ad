/** Length of a way by its sides. `Math.hypot` keeps numbers beyond 1e154 too, at several times the cost. */
export function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}
