import type { TrafficClass } from '../../core/model/definition';

/** Envoy writes the first digit of a status. */
export const ENVOY_CLASSES: readonly TrafficClass[] = Object.freeze([
  Object.freeze({ name: 'normal', severity: 'normal' } as const),
  Object.freeze({ name: 'warning', severity: 'warning', match: '4' } as const),
  Object.freeze({ name: 'danger', severity: 'danger', match: '5' } as const),
]);
