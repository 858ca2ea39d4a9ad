import { pathBelow } from './pathBelow';

const BASE = '/api/datasources/proxy/uid/x/vizceral';

describe('paths below an address', () => {
  it.each([
    ['', BASE],
    [' now.json ', `${BASE}/now.json`],
    ['/a//b c/ü%20d.json', `${BASE}/a/b%20c/%C3%BC%20d.json`],
    ['now?region=eu west&q=a%2Fb', `${BASE}/now?region=eu+west&q=a%2Fb`],
    ['now?x=../..', `${BASE}/now?x=..%2F..`],
    ['...', `${BASE}/...`],
  ])('%j leads there', (path, address) => {
    expect(pathBelow(BASE, path)).toBe(address);
    // What a browser makes of it is the same: nothing climbs.
    expect(new URL(address, 'http://grafana').pathname.startsWith(BASE)).toBe(true);
  });

  it.each([
    '..',
    'a/../../../../admin',
    './a',
    '%2e%2e/a',
    '.%2E/a',
    'a/..%2f..%2fadmin',
    'a\\..\\b',
    '%5c%5chost',
    '//host/a',
    '\\\\host',
    'http://host/a',
    'javascript:alert(1)',
    'a#b',
    'a%00b',
    'a\nb',
    '%',
  ])('%j leads out, and nowhere', (path) => {
    expect(pathBelow(BASE, path)).toBeUndefined();
  });
});
