import type { DataQuery, DataSourceRef } from '@grafana/schema';
import type {
  EdgeMapping,
  EndpointMapping,
  LatencyUnit,
  NodeMetricDefinition,
  NodeMetricKind,
  TrafficExpressions,
  UpstreamKind,
} from '../../core/model/definition';
import type { AddressNaming, HostNaming, NameMapping, NameRule, NameSplit } from '../../core/model/naming';
import type { ScenarioName } from '../../core/simulation';
import type { QueryDefinition, SimulationChoice } from '../types';
import { type FieldReaders, flag, listOf, number, object, oneOf, text, whole } from './readers';
import { thresholdRule, trafficClass } from './ruleReaders';

const texts = listOf(text);

const endpoint = object<EndpointMapping>({
  label: text,
  fallbackLabels: texts,
  constant: text,
  groupLabels: texts,
  group: texts,
  kindLabel: text,
});

const naming = object<NameMapping>({
  missing: text,
  rules: listOf(whole(object<NameRule>({ match: text, exact: flag, name: text, group: text }, { needed: ['match'] }))),
  addresses: object<AddressNaming>({ publicName: text, privateName: text }),
  hosts: object<HostNaming>({ suffixes: texts }),
  split: object<NameSplit>(
    { separator: text, name: oneOf<NameSplit['name']>({ first: true, last: true }) },
    { needed: ['separator', 'name'] }
  ),
});

const nodeMetric = whole(
  object<NodeMetricDefinition>(
    {
      kind: oneOf<NodeMetricKind>({ saturation: true, capacity: true, custom: true }),
      name: text,
      expression: text,
      unit: text,
      service: endpoint,
    },
    { needed: ['kind', 'name', 'expression'] }
  )
);

/** A definition of a query or a variable. One that has no id is called by its place, since ids tell definitions apart. */
const definition = object<QueryDefinition>(
  {
    id: text,
    kind: oneOf<UpstreamKind>({ prometheus: true, graphite: true, vizceral: true, simulated: true, pasted: true }),
    upstream: text,
    expressions: object<TrafficExpressions>({
      requests: text,
      errors: text,
      p50: text,
      p95: text,
      p99: text,
      bytes: text,
    }),
    mapping: object<EdgeMapping>(
      { source: endpoint, target: endpoint, classLabel: text, protocolLabel: text },
      { missing: () => ({ source: {}, target: {} }) }
    ),
    naming,
    pathPattern: text,
    classes: listOf(trafficClass),
    latencyUnit: oneOf<LatencyUnit>({ s: true, ms: true }),
    nodeMetrics: listOf(nodeMetric),
    keepLabels: texts,
    recorded: flag,
    thresholds: listOf(thresholdRule),
    hidden: flag,
    preset: text,
    simulation: object<SimulationChoice>(
      {
        scenario: oneOf<ScenarioName>({
          incidents: true,
          calm: true,
          'slow-database': true,
          'bad-deploy': true,
          'region-outage': true,
          'retry-storm': true,
          'vanished-service': true,
          small: true,
          large: true,
          empty: true,
        }),
        seed: number,
        services: number,
      },
      { needed: ['scenario'] }
    ),
    pasted: text,
    path: text,
  },
  {
    missing: (place) => ({
      id: place,
      upstream: '',
      expressions: {},
      mapping: { source: {}, target: {} },
    }),
    needed: ['kind'],
  }
);

/** What Grafana's own part of a query, and its definitions, are read by; of queries of panels and of variables. */
export const QUERY_FIELDS: FieldReaders<DataQuery & { readonly definitions?: readonly QueryDefinition[] }> = {
  refId: text,
  hide: flag,
  key: text,
  queryType: text,
  // Grafana has read it already: it is how the query came here.
  datasource: (value) => value as DataSourceRef,
  // Nothing is asked where nothing can be read: an absent list would show the simulated company as if it were real.
  definitions: (value, place, tell) => listOf(definition)(value, place, tell) ?? [],
};
