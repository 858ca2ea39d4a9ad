import type { TrafficJsonData } from '../types';
import { soundSettings } from './soundSettings';

const sound = (written: unknown) => soundSettings(written as TrafficJsonData);

describe('settings', () => {
  it('that are sound come back as they are, with what others wrote', () => {
    const settings = { upstreams: [{ uid: 'a', kind: 'graphite' }], resolution: 30, manageAlerts: false };
    expect(sound(settings)).toEqual({ settings });
    expect(sound(settings).settings).toBe(settings);
    expect(sound(undefined)).toEqual({ settings: {} });
  });

  it('lose what cannot be read, and tell what that is', () => {
    const { settings, problem } = sound({
      upstreams: [{ uid: 'a', kind: 'prometheus' }, 'b', { uid: 'c', kind: 'loki' }],
      timeoutSeconds: 'soon',
      vizceralUrl: 5,
    });
    expect(settings).toEqual({ upstreams: [{ uid: 'a', kind: 'prometheus' }] });
    expect(problem).toContain('“jsonData.upstreams[1]” is not an object');
    expect(problem).toContain('“jsonData.upstreams[2].kind” is not one of prometheus, graphite');
    expect(problem).toContain('“jsonData.timeoutSeconds” is not a number');
    expect(problem).toContain('“jsonData.vizceralUrl” is not a text');
  });

  it.each([['text'], [[]], [7], [{ upstreams: { uid: 'a' } }]])('%j are none, which is told', (written) => {
    const { settings, problem } = sound(written);
    expect(settings).toEqual({});
    expect(problem).toContain('cannot be read');
  });
});
