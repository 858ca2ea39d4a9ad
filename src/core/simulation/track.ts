/** Knots of a track: one each ten seconds of the hour. */
export const KNOTS = 360;

const HOUR_SECONDS = 3600;
const HOUR_MS = 3_600_000;

/**
 * A quantity that runs the same each hour, straight from knot to knot, times a daily load that runs straight from hour
 * to hour. Its integral has a closed form, so that counters are exact at any time without having been counted.
 */
export interface Track {
  readonly values: Float64Array;
  readonly load: Float64Array;
  /** Integrals of f and of x·f from the start of the hour to each knot. */
  readonly area: Float64Array;
  readonly moment: Float64Array;
  /** Integral from the start of the day to each full hour, seconds; the last is a whole day's. */
  readonly hours: Float64Array;
}

/** Makes a track from its value at each part of the hour, which must join its own start. */
export function createTrack(load: Float64Array, valueAt: (hourPart: number) => number): Track {
  const values = Float64Array.from({ length: KNOTS + 1 }, (_, knot) => valueAt(knot / KNOTS));
  const area = new Float64Array(KNOTS + 1);
  const moment = new Float64Array(KNOTS + 1);
  for (let knot = 0; knot < KNOTS; knot++) {
    area[knot + 1] = area[knot] + areaFrom(values, knot, 1);
    moment[knot + 1] = moment[knot] + momentFrom(values, knot, 1);
  }
  const hours = new Float64Array(25);
  for (let hour = 0; hour < 24; hour++) {
    const slope = load[hour + 1] - load[hour];
    hours[hour + 1] = hours[hour] + HOUR_SECONDS * (load[hour] * area[KNOTS] + slope * moment[KNOTS]);
  }
  return { values, load, area, moment, hours };
}

/** The integral from the epoch to a time in milliseconds; seconds times the unit of the values. */
export function integralAt(track: Track, timeMs: number): number {
  const hourNumber = Math.floor(timeMs / HOUR_MS);
  const day = Math.floor(hourNumber / 24);
  const hour = hourNumber - day * 24;
  const position = (timeMs / HOUR_MS - hourNumber) * KNOTS;
  const knot = Math.min(KNOTS - 1, Math.floor(position));
  const within = position - knot;
  const area = track.area[knot] + areaFrom(track.values, knot, within);
  const moment = track.moment[knot] + momentFrom(track.values, knot, within);
  const slope = track.load[hour + 1] - track.load[hour];
  return day * track.hours[24] + track.hours[hour] + HOUR_SECONDS * (track.load[hour] * area + slope * moment);
}

/** The daily load at a time in milliseconds. */
export function loadAt({ load }: Track, timeMs: number): number {
  const hours = timeMs / HOUR_MS;
  const hour = Math.floor(hours) - Math.floor(hours / 24) * 24;
  return load[hour] + (load[hour + 1] - load[hour]) * (hours - Math.floor(hours));
}

function areaFrom(values: Float64Array, knot: number, within: number): number {
  const rise = values[knot + 1] - values[knot];
  return (values[knot] * within + (rise * within * within) / 2) / KNOTS;
}

function momentFrom(values: Float64Array, knot: number, within: number): number {
  const rise = values[knot + 1] - values[knot];
  const square = (within * within) / 2;
  const cube = (within * within * within) / 3;
  return (knot * (values[knot] * within + rise * square) + values[knot] * square + rise * cube) / (KNOTS * KNOTS);
}
