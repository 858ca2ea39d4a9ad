import { createFormat, UNKNOWN } from './format';

const format = createFormat({ timeZone: 'utc', rateUnit: 'reqps' });

test.each([
  [0.047, '+4.7%'],
  [-0.004, '−0.4%'],
  [0.04, '+4%'],
  [0.1164, '+11.6%'],
  [-0.5, '−50%'],
  [2, '+200%'],
  [0.0004, '±0%'],
  [-1e-9, '±0%'],
  [NaN, UNKNOWN],
  [Infinity, UNKNOWN],
])('a change of %d is written to a tenth of a percent, and no further', (part, written) => {
  expect(format.change(part)).toBe(written);
});
