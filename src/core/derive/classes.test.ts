import { GRPC_CLASSES, HTTP_CLASSES } from '../model/classPresets';
import type { TrafficClass } from '../model/definition';

import { deriveTraffic } from './deriveTraffic';
import { call, definition, deriveOne, mapping, ratesOf, table } from './testTables';

const BY_CODE = mapping({ classLabel: 'code' });
const EDGE = 'web→api';

function byCode(codes: readonly string[]): ReturnType<typeof table> {
  return table(codes.map((code, index) => [call('web', 'api', { code }), [10 ** index]] as const));
}

test('D24 patterns match the whole value, in order; the rest goes to the class without one', () => {
  const classes: TrafficClass[] = [
    { name: 'rest', severity: 'normal' },
    { name: 'slow', severity: 'warning', match: '2|20.' },
    { name: 'ok', severity: 'normal', match: '2..' },
  ];
  const { history, notices } = deriveOne(
    { requests: byCode(['200', '210', '2000', '']) },
    { mapping: BY_CODE, classes }
  );
  expect(ratesOf(history, EDGE)).toEqual({ rest: [1100], slow: [1], ok: [10] });
  expect(notices).toEqual([]);
});

test('D24 without such a class the first takes the rest, and a notice names the values', () => {
  const classes: TrafficClass[] = [
    { name: 'ok', severity: 'normal', match: '2..' },
    { name: 'bad', severity: 'danger', match: '5..' },
  ];
  const { history, notices } = deriveOne({ requests: byCode(['200', '302']) }, { mapping: BY_CODE, classes });
  expect(ratesOf(history, EDGE)).toEqual({ ok: [11], bad: [0] });
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('"302"')]);
});

test.each(['(', 'a)(b', '[z-a]'])('D25 the pattern %s matches nothing, and a notice says so', (match) => {
  const classes: TrafficClass[] = [
    { name: 'ok', severity: 'normal' },
    { name: 'bad', severity: 'danger', match },
  ];
  const { history, notices } = deriveOne({ requests: byCode(['500']) }, { mapping: BY_CODE, classes });
  expect(ratesOf(history, EDGE)).toEqual({ ok: [1], bad: [0] });
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining(match)]);
});

test('D26 the default classes know HTTP, gRPC and mesh words', () => {
  const { history } = deriveOne(
    { requests: byCode(['200', '404', '503', '5xx', '0', 'failed']) },
    { mapping: BY_CODE }
  );
  expect(ratesOf(history, EDGE)).toEqual({ normal: [1], warning: [10], danger: [111_100] });
});

test('D26 without a class label, or with an empty list, requests are of the first class', () => {
  const { history } = deriveOne({ requests: byCode(['200', '503']) }, { classes: [] });
  expect(ratesOf(history, EDGE)).toEqual({ normal: [11], warning: [0], danger: [0] });
});

test('D27 classes of several definitions are joined by name, the first severity holds', () => {
  const inputs = [
    definition({
      mapping: BY_CODE,
      classes: [
        { name: 'ok', severity: 'normal' },
        { name: 'bad', severity: 'danger', match: '5..' },
      ],
    }),
    definition({
      id: 'other',
      mapping: BY_CODE,
      classes: [
        { name: 'bad', severity: 'warning', match: '4..' },
        { name: 'late', severity: 'warning' },
      ],
    }),
  ].map((each) => ({ definition: each, tables: { requests: byCode(['404', '500']) } }));
  const { history, notices } = deriveTraffic(inputs, 'sum');
  expect(history.classes.map(({ name, severity }) => [name, severity])).toEqual([
    ['ok', 'normal'],
    ['bad', 'danger'],
    ['late', 'warning'],
  ]);
  expect(ratesOf(history, EDGE)).toEqual({ ok: [1], bad: [11], late: [10] });
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('"bad" is "warning" in "other"')]);
});

describe('D40 classes over several labels', () => {
  const classes: TrafficClass[] = [
    { name: 'refused', severity: 'danger', labels: [{ label: 'flags', match: '.+' }] },
    { name: 'slow', severity: 'warning', match: '2..', labels: [{ label: 'tier', match: 'batch' }] },
    { name: 'ok', severity: 'normal', match: '2..' },
    { name: 'rest', severity: 'warning' },
  ];
  const rows = [
    [call('web', 'api', { code: '200', flags: 'UF' }), [1]],
    [call('web', 'api', { code: '200', tier: 'batch' }), [10]],
    [call('web', 'api', { code: '200' }), [100]],
    [call('web', 'api', { code: '404', tier: 'batch' }), [1000]],
  ] as const;

  test('all conditions of a class must hold; the first class that fits takes the series', () => {
    const { history, notices } = deriveOne({ requests: table(rows) }, { mapping: BY_CODE, classes });
    expect(ratesOf(history, EDGE)).toEqual({ refused: [1], slow: [10], ok: [100], rest: [1000] });
    expect(notices).toEqual([]);
  });

  test('they need no class label, and an errors expression does not split them then', () => {
    const two: TrafficClass[] = [
      { name: 'bad', severity: 'danger', labels: [{ label: 'flags', match: '.+' }] },
      { name: 'ok', severity: 'normal' },
    ];
    const errors = table([[call('web', 'api'), [500]]]);
    const { history } = deriveOne({ requests: table(rows), errors }, { classes: two });
    expect(ratesOf(history, EDGE)).toEqual({ bad: [1], ok: [1110] });
  });

  test('values that hold separators do not become those of others', () => {
    const pair: TrafficClass[] = [
      { name: 'a', severity: 'normal', match: '1:', labels: [{ label: 'x', match: '' }] },
      { name: 'b', severity: 'normal' },
    ];
    const requests = table([
      [call('web', 'api', { code: '1:', x: '' }), [1]],
      [call('web', 'api', { code: '', x: '1:' }), [10]],
    ]);
    expect(ratesOf(deriveOne({ requests }, { mapping: BY_CODE, classes: pair }).history, EDGE)).toEqual({
      a: [1],
      b: [10],
    });
  });

  test('D25 an invalid pattern of a label spoils its class only', () => {
    const broken: TrafficClass[] = [
      { name: 'bad', severity: 'danger', labels: [{ label: 'flags', match: '(' }] },
      { name: 'ok', severity: 'normal' },
    ];
    const { history, notices } = deriveOne({ requests: table(rows) }, { classes: broken });
    expect(ratesOf(history, EDGE)).toEqual({ bad: [0], ok: [1111] });
    expect(notices).toHaveLength(1);
  });
});

describe('D41 ready classes', () => {
  const classOf = (classes: readonly TrafficClass[], code: string): string | undefined => {
    const { history } = deriveOne({ requests: byCode([code]) }, { mapping: BY_CODE, classes });
    return Object.entries(ratesOf(history, EDGE)).find(([, [rate]]) => rate === 1)?.[0];
  };

  test.each([
    ['200', 'success'],
    ['304', 'success'],
    ['2xx', 'success'],
    ['404', '4xx'],
    ['429', '4xx'],
    ['503', '5xx'],
    ['5xx', '5xx'],
    ['0', '5xx'],
    ['', 'success'],
  ])('HTTP status "%s" is of %s', (code, name) => {
    expect(classOf(HTTP_CLASSES, code)).toBe(name);
  });

  test.each([
    ['OK', 'OK'],
    ['0', 'OK'],
    ['Unavailable', 'server error'],
    ['14', 'server error'],
    ['UNAVAILABLE', 'server error'],
    ['DEADLINE_EXCEEDED', 'server error'],
    ['DeadlineExceeded', 'server error'],
    ['2', 'server error'],
    ['12', 'server error'],
    ['NotFound', 'refused'],
    ['5', 'refused'],
    ['16', 'refused'],
    ['ResourceExhausted', 'refused'],
  ])('gRPC code "%s" is of %s', (code, name) => {
    expect(classOf(GRPC_CLASSES, code)).toBe(name);
  });
});
