import type { Scenario } from './scenario';

const ROWS: ReadonlyArray<readonly [source: string, target: string, rate: number, errors: number]> = [
  ['checkout', 'payments', 42, 0.4],
  ['checkout', 'inventory', 58, 0],
  ['payments', 'ledger', 41, 6],
  ['storefront', 'checkout', 60, 0.2],
  ['storefront', 'catalogue', 240, 1],
  ['catalogue', 'inventory', 120, 0],
  ['storefront', 'search', 180, 22],
];

const column = (
  name: string,
  index: 0 | 1 | 2 | 3,
  type: 'string' | 'number'
): { name: string; type: string; values: unknown[] } => ({
  name,
  type,
  values: ROWS.map((row) => row[index]),
});

export const table: Scenario = {
  name: 'table',
  title: 'A plain table',
  about: 'A table with a source and a target column, as any data source may give.',
  dataSource: 'static',
  queries: [
    {
      refId: 'A',
      frames: [
        {
          name: 'calls',
          fields: [
            column('source', 0, 'string'),
            column('target', 1, 'string'),
            column('rate', 2, 'number'),
            column('errors', 3, 'number'),
          ],
        },
      ],
    },
  ],
};
