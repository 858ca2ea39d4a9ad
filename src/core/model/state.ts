/** How an edge, node or group stands against its thresholds. Comes from thresholds only, never from class colours. */
export type StateName = 'normal' | 'warning' | 'danger' | 'noData';

/** State codes as stored in typed arrays. The order of the first three is the order of severity. */
export const STATE_NORMAL = 0;
export const STATE_WARNING = 1;
export const STATE_DANGER = 2;
export const STATE_NO_DATA = 3;

/** Names by code. */
export const STATE_NAMES: readonly StateName[] = Object.freeze(['normal', 'warning', 'danger', 'noData'] as const);

/** The name of a state code; `noData` for a code that is none. */
export function stateName(code: number): StateName {
  return STATE_NAMES[code] ?? 'noData';
}

/** The more severe of two state codes. `noData` yields to any known state. */
export function worseState(a: number, b: number): number {
  if (a === STATE_NO_DATA) {
    return b;
  }
  if (b === STATE_NO_DATA) {
    return a;
  }
  return a > b ? a : b;
}
