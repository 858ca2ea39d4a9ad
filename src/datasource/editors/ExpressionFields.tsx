import { Button, InlineField } from '@grafana/ui';
import React, { useState } from 'react';
import type { TrafficExpressions } from '../../core/model/definition';
import type { QueryDefinition, UpstreamReference } from '../types';
import { without } from './changes';
import { ExpressionField } from './ExpressionField';
import { LABEL_WIDTH } from './style';

interface Expression {
  readonly name: keyof TrafficExpressions;
  readonly label: string;
  readonly tooltip: string;
  readonly prometheus: string;
  readonly graphite: string;
}

const FIELDS: readonly Expression[] = [
  {
    name: 'requests',
    label: 'Requests',
    tooltip:
      'Requests per second, by source, target and, if you like, status. Leave it empty only for flows whose bytes alone are known.',
    prometheus: 'sum by (client, server) (rate(traces_service_graph_request_total[$__rate_interval]))',
    graphite: 'stats.counters.*.upstream.*.*.rate',
  },
  {
    name: 'errors',
    label: 'Errors',
    tooltip: 'Failed requests per second, by source and target. Leave it empty where the class of requests tells.',
    prometheus: 'sum by (client, server) (rate(traces_service_graph_request_failed_total[$__rate_interval]))',
    graphite: 'stats.counters.*.upstream.*.failed.rate',
  },
  {
    name: 'p50',
    label: 'Latency p50',
    tooltip: 'Median latency by source and target.',
    prometheus:
      'histogram_quantile(0.5, sum by (le, client, server) (rate(traces_service_graph_request_server_seconds_bucket[$__rate_interval])))',
    graphite: 'stats.timers.*.upstream.*.latency.median',
  },
  {
    name: 'p95',
    label: 'Latency p95',
    tooltip: '95th percentile of latency by source and target. Particles flow slower where it is high.',
    prometheus:
      'histogram_quantile(0.95, sum by (le, client, server) (rate(traces_service_graph_request_server_seconds_bucket[$__rate_interval])))',
    graphite: 'stats.timers.*.upstream.*.latency.upper_95',
  },
  {
    name: 'p99',
    label: 'Latency p99',
    tooltip: '99th percentile of latency by source and target.',
    prometheus:
      'histogram_quantile(0.99, sum by (le, client, server) (rate(traces_service_graph_request_server_seconds_bucket[$__rate_interval])))',
    graphite: 'stats.timers.*.upstream.*.latency.upper_99',
  },
  {
    name: 'bytes',
    label: 'Bytes',
    tooltip: 'Bytes per second by source and target. Without an expression for requests, flows are told in bytes.',
    prometheus: 'sum by (client, server) (rate(tcp_sent_bytes_total[$__rate_interval]))',
    graphite: 'stats.counters.*.upstream.*.bytes.rate',
  },
];

const ALWAYS_SHOWN: ReadonlyArray<keyof TrafficExpressions> = ['requests', 'errors', 'p95'];

export interface ExpressionFieldsProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  /** The data source that is asked, where it is known. */
  readonly upstream?: UpstreamReference;
  readonly onChange: (expressions: TrafficExpressions) => void;
}

/** Leaves out what was emptied, so that a saved query holds only what is asked. */
function withExpression(
  expressions: TrafficExpressions,
  name: keyof TrafficExpressions,
  text: string
): TrafficExpressions {
  if (text.trim() !== '') {
    return { ...expressions, [name]: text };
  }
  return without(expressions, name);
}

/** The expressions of a definition; the seldom ones are folded away until asked for. */
export function ExpressionFields({ idPrefix, definition, upstream, onChange }: ExpressionFieldsProps) {
  const { expressions, kind } = definition;
  const [showsAll, setShowsAll] = useState(false);
  const shown = FIELDS.filter(({ name }) => showsAll || ALWAYS_SHOWN.includes(name) || expressions[name]);
  return (
    <>
      {shown.map(({ name, label, tooltip, prometheus, graphite }) => (
        <InlineField key={name} label={label} labelWidth={LABEL_WIDTH} tooltip={tooltip} grow>
          <ExpressionField
            id={`${idPrefix}-${name}`}
            label={label}
            kind={kind}
            upstream={upstream}
            value={expressions[name] ?? ''}
            placeholder={kind === 'graphite' ? graphite : prometheus}
            onCommit={(text) => onChange(withExpression(expressions, name, text))}
          />
        </InlineField>
      ))}
      {shown.length < FIELDS.length && (
        <Button variant="secondary" fill="text" size="sm" icon="plus" onClick={() => setShowsAll(true)}>
          {`More expressions (${FIELDS.filter((field) => !shown.includes(field))
            .map(({ label }) => label.toLowerCase())
            .join(', ')})`}
        </Button>
      )}
    </>
  );
}
