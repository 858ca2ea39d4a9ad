import { istioQuery } from './prometheusIstio';
import type { Scenario } from './scenario';

export const upstreamDown: Scenario = {
  name: 'upstream-down',
  title: 'An upstream that is down',
  about: 'Nothing answers at the address of this Prometheus.',
  dataSource: 'traffic',
  queries: [istioQuery('prometheus-down')],
};
