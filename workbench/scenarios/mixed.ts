import { taggedDefinition } from './graphite';
import { istioDefinition } from './prometheusIstio';
import type { Scenario } from './scenario';

export const mixed: Scenario = {
  name: 'mixed',
  title: 'Prometheus and Graphite at once',
  about: 'The same edges seen by both: the mesh is preferred, and none is drawn twice.',
  dataSource: 'traffic',
  queries: [{ refId: 'A', merge: 'prefer', definitions: [istioDefinition('prometheus'), taggedDefinition] }],
};
