import type { Scenario } from './scenario';

const NODES: ReadonlyArray<readonly [id: string, title: string, requests: number, failing: number]> = [
  ['n1', 'storefront', 480, 0.01],
  ['n2', 'checkout', 60, 0.02],
  ['n3', 'search', 180, 0.2],
  ['n4', 'payments', 42, 0.01],
  ['n5', 'catalogue', 240, 0],
];

const EDGES: ReadonlyArray<readonly [id: string, source: string, target: string, requests: number]> = [
  ['e1', 'n1', 'n2', 60],
  ['e2', 'n1', 'n3', 180],
  ['e3', 'n1', 'n5', 240],
  ['e4', 'n2', 'n4', 42],
];

const field = (name: string, type: 'string' | 'number', values: unknown[], config: object = {}): object => ({
  name,
  type,
  values,
  config,
});

export const nodegraph: Scenario = {
  name: 'nodegraph',
  title: 'Node Graph frames',
  about: "The two frames that Grafana's Node Graph panel reads, as tracing data sources give them.",
  dataSource: 'static',
  queries: [
    {
      refId: 'A',
      frames: [
        {
          name: 'nodes',
          meta: { preferredVisualisationType: 'nodeGraph' },
          fields: [
            field(
              'id',
              'string',
              NODES.map(([id]) => id)
            ),
            field(
              'title',
              'string',
              NODES.map(([, title]) => title)
            ),
            field(
              'mainstat',
              'number',
              NODES.map(([, , requests]) => requests),
              { unit: 'reqps', displayName: 'Requests' }
            ),
            field(
              'arc__success',
              'number',
              NODES.map(([, , , failing]) => 1 - failing),
              { color: { mode: 'fixed', fixedColor: 'green' } }
            ),
            field(
              'arc__failed',
              'number',
              NODES.map(([, , , failing]) => failing),
              { color: { mode: 'fixed', fixedColor: 'red' } }
            ),
          ],
        },
        {
          name: 'edges',
          meta: { preferredVisualisationType: 'nodeGraph' },
          fields: [
            field(
              'id',
              'string',
              EDGES.map(([id]) => id)
            ),
            field(
              'source',
              'string',
              EDGES.map(([, source]) => source)
            ),
            field(
              'target',
              'string',
              EDGES.map(([, , target]) => target)
            ),
            field(
              'mainstat',
              'number',
              EDGES.map(([, , , requests]) => requests),
              { unit: 'reqps', displayName: 'Requests' }
            ),
          ],
        },
      ],
    },
  ],
};
