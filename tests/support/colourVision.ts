import { luminance, type Colour } from '../../src/scene/colours';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** What is left of linear red, green and blue with a whole deficiency: Machado, Oliveira and Fernandes, 2009. */
export const VISIONS: Readonly<Record<'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia', Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const times = (matrix: Matrix, [x, y, z]: Triple) =>
  matrix.map((row) => row[0] * x + row[1] * y + row[2] * z) as unknown as Triple;
const inRange = (value: number) => Math.min(1, Math.max(0, value));

/** Lightness and two hue axes of Oklab (Ottosson, 2020), of linear red, green and blue. */
function oklab(colour: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones
  );
}

/** How different two opaque colours look to a reader: Euclidean distance in Oklab, where black and white are 1 apart. */
export function differenceSeen(one: Colour, other: Colour, vision: keyof typeof VISIONS): number {
  const seen = ([red, green, blue]: Colour) =>
    oklab(times(VISIONS[vision], [linear(red), linear(green), linear(blue)]).map(inRange) as unknown as Triple);
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Contrast ratio of two opaque colours by WCAG 2, 1–21. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
