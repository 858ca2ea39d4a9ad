import type { Scenario } from './scenario';

/** Of the simulation: what it plays, and what there is to see. */
const PLAYED: Readonly<Record<string, string>> = {
  incidents: 'One company with its scripted incidents, one after another.',
  calm: 'The company on a quiet day.',
  small: 'A handful of services.',
  large: 'Several hundred services.',
  empty: 'A query that finds no traffic at all.',
  'slow-database': 'A database answers slowly, and its callers wait.',
  'bad-deploy': 'A service answers with 5xx after a deployment.',
  'region-outage': 'A region loses its traffic.',
  'retry-storm': 'Retries multiply a small failure.',
  'vanished-service': 'A service stops reporting.',
};

const simulated = (played: string, name: string): Scenario => ({
  name,
  title: `Simulated: ${played}`,
  about: PLAYED[played],
  dataSource: 'traffic',
  queries: [
    {
      refId: 'A',
      merge: 'prefer',
      definitions: [
        {
          id: 'company',
          kind: 'simulated',
          upstream: '',
          expressions: { requests: '' },
          mapping: { source: { label: 'source' }, target: { label: 'target' } },
          simulation: { scenario: played, seed: 1 },
        },
      ],
    },
  ],
});

export const simulatedScenarios: readonly Scenario[] = [
  simulated('incidents', 'simulated'),
  ...Object.keys(PLAYED)
    .filter((played) => played !== 'incidents')
    .map((played) => simulated(played, `simulated-${played}`)),
];
