import type { Scenario } from './scenario';

/** Requests per second; null where bytes alone are known. */
const ROWS: ReadonlyArray<readonly [source: string, target: string, rate: number | null, bytes: number]> = [
  ['edge', 'storefront', null, 42e6],
  ['storefront', 'checkout', 60, 1.8e6],
  ['storefront', 'catalogue', 240, 9e6],
  ['catalogue', 'object-store', null, 180e6],
  ['checkout', 'orders-db', null, 2.4e6],
  ['orders-db', 'replica', null, 2.1e6],
  ['orders-db', 'backup', null, 40e3],
];

const column = (
  name: string,
  index: 0 | 1 | 2 | 3,
  unit?: string
): { name: string; type: string; config: { unit?: string }; values: unknown[] } => ({
  name,
  type: index < 2 ? 'string' : 'number',
  config: { unit },
  values: ROWS.map((row) => row[index]),
});

export const flowsOfBytes: Scenario = {
  name: 'flows-of-bytes',
  title: 'Flows of bytes',
  about: 'Edges whose bytes alone are known, as of layer 4, beside edges with requests.',
  dataSource: 'static',
  options: { labels: { edge: 'rate' } },
  queries: [
    {
      refId: 'A',
      frames: [
        {
          name: 'flows',
          fields: [column('source', 0), column('target', 1), column('rate', 2, 'reqps'), column('bytes', 3, 'Bps')],
        },
      ],
    },
  ],
};
