import type { ClassSeverity, TrafficClass } from '../../core/model/definition';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import type { GraphShape, HubRule, HubTreatment, KindRule, ServiceKind, TrafficLimits } from '../../core/model/shape';
import type {
  ThresholdDirection,
  ThresholdMatcher,
  ThresholdMetric,
  ThresholdScope,
  WrittenRule,
} from '../../core/model/threshold';
import { flag, listOf, number, numberOrText, object, oneOf, text, whole } from './readers';

const labelMatcher = object<LabelMatcher>({ label: text, match: text }, { needed: ['label', 'match'] });

export const trafficClass = whole(
  object<TrafficClass>(
    {
      name: text,
      severity: oneOf<ClassSeverity>({ normal: true, warning: true, danger: true }),
      match: text,
      labels: listOf(labelMatcher),
    },
    { needed: ['name', 'severity'] }
  )
);

export const thresholdRule = whole(
  object<WrittenRule>(
    {
      scope: oneOf<ThresholdScope>({ edge: true, node: true, group: true }),
      match: object<ThresholdMatcher>({
        name: text,
        group: text,
        kind: text,
        protocol: text,
        definition: text,
        labels: listOf(labelMatcher),
      }),
      metric: oneOf<ThresholdMetric>({
        errorRatio: true,
        classRatio: true,
        p50: true,
        p95: true,
        p99: true,
        rate: true,
        rateToBaseline: true,
        bytes: true,
        saturation: true,
        custom: true,
      }),
      className: text,
      metricName: text,
      direction: oneOf<ThresholdDirection>({ above: true, below: true }),
      warning: numberOrText,
      danger: numberOrText,
      holdSeconds: numberOrText,
      clearMargin: numberOrText,
    },
    { needed: ['scope', 'metric', 'direction'] }
  )
);

const serviceKind = oneOf<ServiceKind>({
  service: true,
  gateway: true,
  database: true,
  cache: true,
  queue: true,
  external: true,
  user: true,
});

export const graphShape = object<GraphShape>({
  joinHosts: flag,
  kinds: listOf(whole(object<KindRule>({ match: text, kind: serviceKind }, { needed: ['match', 'kind'] }))),
  keepIdleSeconds: number,
  hubs: whole(
    object<HubRule>(
      { match: text, share: number, show: oneOf<HubTreatment>({ callers: true, hide: true }) },
      { needed: ['show'] }
    )
  ),
  externals: number,
  limits: object<TrafficLimits>({ series: number, samples: number, edges: number }),
});
