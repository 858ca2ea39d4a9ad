/** A sample as upstreams write it: a number, or text such as "1.5", "NaN", "+Inf". `undefined` for what is no number. */
export function parseNumber(raw: unknown): number | undefined {
  if (typeof raw === 'number') {
    return raw;
  }
  if (typeof raw !== 'string') {
    return undefined;
  }
  const value = Number(raw);
  if (value > 0 || value < 0) {
    return value;
  }
  if (value === 0) {
    return raw.trim() === '' ? undefined : value;
  }
  switch (raw) {
    case 'NaN':
      return NaN;
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default:
      return undefined;
  }
}
