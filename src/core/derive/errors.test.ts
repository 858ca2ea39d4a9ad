import { call, cells, deriveOne, mapping, ratesOf, table, timesOf } from './testTables';

const EXPRESSIONS = { requests: 'requests', errors: 'errors' };
const BY_CODE = mapping({ classLabel: 'code' });
const EDGE = 'web→api';

test('D8 the classes of danger make the error ratio; nothing requested is no error', () => {
  const requests = table([
    [call('web', 'api', { code: '200' }), [9, 0, NaN, 1]],
    [call('web', 'api', { code: '503' }), [1, 0, NaN, 0]],
  ]);
  const { history } = deriveOne({ requests }, { mapping: BY_CODE });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0.1, 0, NaN, 0]);
});

test('D9 D10 the errors expression gives the ratio and splits requests that no label tells apart', () => {
  const requests = table([[call('web', 'api'), [10, 10, 10]]]);
  const errors = table([[call('web', 'api'), [2, NaN, 0]]]);
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0.2, 0, 0]);
  expect(ratesOf(history, EDGE)).toEqual({ normal: [8, 10, 10], warning: [0, 0, 0], danger: [2, 0, 0] });
});

test('D9 an edge that the errors expression does not name has no errors', () => {
  const requests = table([
    [call('web', 'api'), [10]],
    [call('web', 'search'), [5]],
  ]);
  const errors = table([[call('web', 'api'), [1]]]);
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS });
  expect(cells(history, history.edges.errorRatio, 'web→search')).toEqual([0]);
  expect(ratesOf(history, 'web→search')).toEqual({ normal: [5], warning: [0], danger: [0] });
});

test('D9 outside of the time that the errors expression answered for, the ratio is not known', () => {
  const requests = table([[call('web', 'api'), [10, 10, 10, 10]]], timesOf(4));
  const errors = table([[call('web', 'api'), [1, 1]]], timesOf(2));
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0.1, 0.1, NaN, NaN]);
});

test('D9 an empty answer of the errors expression is no errors', () => {
  const requests = table([[call('web', 'api'), [10, 10]]]);
  const { history, notices } = deriveOne({ requests, errors: table([]) }, { expressions: EXPRESSIONS });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0, 0]);
  expect(notices).toEqual([]);
});

test('D9 the errors expression replaces the error ratio of the classes, and leaves their rates', () => {
  const requests = table([
    [call('web', 'api', { code: '200' }), [8]],
    [call('web', 'api', { code: '503' }), [2]],
  ]);
  const errors = table([[call('web', 'api'), [5]]]);
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS, mapping: BY_CODE });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0.5]);
  expect(ratesOf(history, EDGE)).toEqual({ normal: [8], warning: [0], danger: [2] });
});

test('D9 D10 more failures than requests are a ratio of 1, and are the requests', () => {
  const requests = table([[call('web', 'api'), [3, 0]]]);
  const errors = table([[call('web', 'api'), [4, 1]]]);
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([1, 1]);
  expect(ratesOf(history, EDGE)).toEqual({ normal: [0, 0], warning: [0, 0], danger: [4, 1] });
});

test('D11 errors without requests are requests that failed', () => {
  const requests = table([[call('web', 'search'), [5, 5]]]);
  const errors = table([[call('web', 'api'), [2, NaN]]]);
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS });
  expect(ratesOf(history, EDGE)).toEqual({ normal: [0, NaN], warning: [0, NaN], danger: [2, NaN] });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([1, NaN]);
});

test('D12 a failed errors expression leaves the ratio unknown and the requests whole', () => {
  const requests = table([[call('web', 'api'), [10]]]);
  const { history } = deriveOne({ requests }, { expressions: EXPRESSIONS });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([NaN]);
  expect(ratesOf(history, EDGE)).toEqual({ normal: [10], warning: [0], danger: [0] });
});

test('D10 without a class of danger the errors are a ratio only', () => {
  const requests = table([[call('web', 'api'), [10]]]);
  const errors = table([[call('web', 'api'), [1]]]);
  const classes = [{ name: 'all', severity: 'normal' }] as const;
  const { history } = deriveOne({ requests, errors }, { expressions: EXPRESSIONS, classes });
  expect(ratesOf(history, EDGE)).toEqual({ all: [10] });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0.1]);
});
