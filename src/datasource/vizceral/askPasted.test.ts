import { isAnswerable, SIMULATED_DEFINITION } from '../query/completeQuery';
import { askPasted } from './askPasted';

const GRID = { from: 0, to: 180_000, stepMs: 60_000 };

const pasted = (text: string) => ({ ...SIMULATED_DEFINITION, id: 'old map', kind: 'pasted' as const, pasted: text });

describe('pasted traffic', () => {
  it('is what the text says, at every time of the query', () => {
    const data = {
      serverUpdateTime: Date.UTC(2026, 0, 5, 10),
      nodes: [{ name: 'a', notices: [{ title: '<b>slow</b>', severity: 1 }] }],
      connections: [{ source: 'a', target: 'b', metrics: { normal: 2 } }],
    };
    const { input, notices, failure } = askPasted(pasted(JSON.stringify(data)), GRID);
    expect(failure).toBeUndefined();
    expect(input?.tables.requests).toMatchObject({
      labels: [{ source: 'a', target: 'b', class: 'normal' }],
      times: Float64Array.of(60_000, 120_000, 180_000),
      values: Float64Array.of(2, 2, 2),
    });
    expect(notices).toEqual([
      { severity: 'info', text: '“old map” is pasted data of 2026-01-05 10:00 UTC, and the same at all times.' },
      { severity: 'warning', text: 'a: <b>slow</b>', upstream: 'old map' },
    ]);
  });

  it.each([
    ['{"nodes":[', 'This is no JSON.'],
    ['undefined', 'This is no JSON.'],
    ['[]', 'This JSON is no Vizceral data'],
    [`{"nodes":[],"x":"${'x'.repeat(5_000_000)}"}`, 'The text has 5.0 million characters'],
  ])('says why it cannot be read: %#', (text, reason) => {
    const { input, failure } = askPasted(pasted(text), GRID);
    expect(input).toBeUndefined();
    expect(failure?.message).toMatch(/^“old map” cannot be read\. /);
    expect(failure?.message).toContain(reason);
  });

  it('tells of data without a usable time no time', () => {
    const data = '{"serverUpdateTime":1e300,"connections":[]}';
    expect(askPasted(pasted(data), GRID).notices[0].text).toBe('“old map” is pasted data, and the same at all times.');
  });

  it('is asked only where there is a text', () => {
    expect([pasted('{}'), pasted(' '), { ...pasted('{}'), hidden: true }].map(isAnswerable)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
