import { useState } from 'react';

/** The value of an earlier render as long as it says the same in JSON, so that what depends on it is not done again. */
export function useEqual<Value>(value: Value): Value {
  const key = JSON.stringify(value);
  const [kept, setKept] = useState({ key, value });
  if (kept.key === key) {
    return kept.value;
  }
  setKept({ key, value });
  return value;
}
