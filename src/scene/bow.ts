/** How far a curve of this bow, between points this far apart, is pulled aside. */
export function bowOf(bow: number, far: number): number {
  return (bow * far) / (1 + far * 0.012);
}
