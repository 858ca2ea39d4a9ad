import type { Preset } from './preset';
import { rateBy } from './promql';

/** Consumption of Kafka topics, by the Kafka exporter. */
export const KAFKA: Preset = {
  id: 'kafka',
  label: 'Kafka consumers',
  kind: 'prometheus',
  needs: 'kafka_consumergroup_current_offset',
  detect: 'kafka_consumergroup_current_offset',
  pitfalls:
    'Rates are messages. The exporter knows consumers only: producers are not on the map, and there are no errors and no latency: an alert threshold on the consumers’ rate tells of a stopped one.',
  expressions: {
    requests: rateBy(['topic', 'consumergroup'], 'kafka_consumergroup_current_offset'),
  },
  mapping: { source: { label: 'topic' }, target: { label: 'consumergroup' } },
};
