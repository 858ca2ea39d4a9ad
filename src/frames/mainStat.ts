import type { Field } from '@grafana/data';

import { numberField } from './columns';
import { UNIT_BYTES, UNIT_RATE } from './contract';
import { type EdgesNow, isBytesOnly } from './nowMetrics';

/** What is written first on a row: requests per second; or bytes per second, where no row has a request rate. */
export function mainStat(now: Pick<EdgesNow, 'rate' | 'bytes'>): Field {
  return now.bytes !== undefined && isBytesOnly(now)
    ? numberField('mainstat', now.bytes, { displayName: 'Bytes', unit: UNIT_BYTES })
    : numberField('mainstat', now.rate, { displayName: 'Requests', unit: UNIT_RATE });
}
