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
