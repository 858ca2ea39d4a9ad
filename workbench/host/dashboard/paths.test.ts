import { readPath, writePath } from './paths';

describe('values at dotted paths', () => {
  it('are read, and absent where any part of the path is', () => {
    expect(readPath({ labels: { show: true } }, 'labels.show')).toBe(true);
    expect(readPath({ labels: 3 }, 'labels.show')).toBeUndefined();
    expect(readPath(undefined, 'labels')).toBeUndefined();
  });

  it('are written into a copy, and removed by undefined', () => {
    const options = Object.freeze({ labels: Object.freeze({ show: true, unit: 's' }) });
    expect(writePath(options, 'labels.show', false)).toEqual({ labels: { show: false, unit: 's' } });
    expect(writePath(options, 'labels.show', undefined)).toEqual({ labels: { unit: 's' } });
    expect(writePath({}, 'particles.size', 4)).toEqual({ particles: { size: 4 } });
  });
});
