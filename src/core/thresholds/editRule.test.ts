import type { WrittenRule } from '../model/threshold';
import { metricFits, withMetric, withScope } from './editRule';

const ERRORS: WrittenRule = Object.freeze({
  scope: 'node',
  metric: 'errorRatio',
  direction: 'above',
  warning: 0.01,
  danger: '$slo',
  holdSeconds: 60,
});

describe('T28: a rule that is edited', () => {
  it('keeps limits and direction for a metric of the same unit', () => {
    expect(withMetric(ERRORS, 'saturation')).toStrictEqual({ ...ERRORS, metric: 'saturation' });
    const slow: WrittenRule = { ...ERRORS, metric: 'p95', direction: 'below' };
    expect(withMetric(slow, 'p99')).toStrictEqual({ ...slow, metric: 'p99' });
  });

  it('loses limits that mean nothing in another unit, and takes the direction that hurts', () => {
    const rest = { scope: 'node', holdSeconds: 60 };
    expect(withMetric(ERRORS, 'p95')).toStrictEqual({ ...rest, metric: 'p95', direction: 'above' });
    expect(withMetric(ERRORS, 'rateToBaseline')).toStrictEqual({
      ...rest,
      metric: 'rateToBaseline',
      direction: 'below',
    });
  });

  it('loses the name of a class or metric that it does not look at any more', () => {
    const share: WrittenRule = { ...ERRORS, metric: 'classRatio', className: 'slow' };
    expect(withMetric(share, 'errorRatio')).toStrictEqual(ERRORS);
    const queue: WrittenRule = { ...ERRORS, metric: 'custom', metricName: 'queue' };
    expect(withMetric(queue, 'custom')).toBe(queue);
    expect(withMetric(queue, 'classRatio')).not.toHaveProperty('metricName');
  });

  it('loses what its new scope does not have', () => {
    const edge: WrittenRule = { ...ERRORS, scope: 'edge', match: { protocol: 'grpc' } };
    expect(withScope(edge, 'group')).toStrictEqual({ ...ERRORS, scope: 'group' });
    expect(withScope({ ...edge, match: { protocol: 'grpc', name: 'a' } }, 'node')).toStrictEqual({
      ...ERRORS,
      match: { name: 'a' },
    });
    const busy: WrittenRule = { ...ERRORS, metric: 'saturation' };
    expect(withScope(busy, 'edge')).toStrictEqual({ ...ERRORS, scope: 'edge' });
    expect(withScope(busy, 'group')).toStrictEqual({ ...busy, scope: 'group' });
  });

  it('has no metrics of services on edges', () => {
    expect(metricFits('edge', 'custom')).toBe(false);
    expect(metricFits('edge', 'p95')).toBe(true);
    expect(metricFits('group', 'saturation')).toBe(true);
  });
});
