import React, { useState, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue } from '@grafana/data';
import { Input, RadioButtonGroup, Select, useStyles2 } from '@grafana/ui';
import type {
  ThresholdDirection,
  ThresholdMetric,
  ThresholdScope,
  WrittenNumber,
  WrittenRule,
} from '../../core/model/threshold';
import { LimitInput } from './LimitInput';

const SCOPES: Array<SelectableValue<ThresholdScope>> = [
  { value: 'node', label: 'Services' },
  { value: 'edge', label: 'Edges' },
  { value: 'group', label: 'Groups' },
];
const METRICS: Array<SelectableValue<ThresholdMetric>> = [
  { value: 'errorRatio', label: 'Error ratio' },
  { value: 'classRatio', label: 'Share of a class' },
  { value: 'p50', label: 'p50 latency' },
  { value: 'p95', label: 'p95 latency' },
  { value: 'p99', label: 'p99 latency' },
  { value: 'rate', label: 'Request rate' },
  { value: 'rateToBaseline', label: 'Request rate against its usual' },
  { value: 'bytes', label: 'Bytes per second' },
  { value: 'saturation', label: 'Saturation' },
  { value: 'custom', label: 'Metric of services' },
];
/** Edges have none. */
const OF_SERVICES: ReadonlyArray<ThresholdMetric | undefined> = ['saturation', 'custom'];
const DIRECTIONS: Array<{ value: ThresholdDirection; label: string }> = [
  { value: 'above', label: 'Above' },
  { value: 'below', label: 'Below' },
];

interface Props {
  readonly rule: WrittenRule;
  /** Prefix of the fields' accessible names. */
  readonly label: string;
  readonly onChange: (rule: WrittenRule) => void;
}

/** Every field of one rule. */
export function RuleFields({ rule, label, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const limitOf = (level: 'warning' | 'danger') => (
    <Row label={level === 'warning' ? 'Warning' : 'Danger'}>
      <LimitInput
        key={rule.metric}
        metric={rule.metric}
        level={level}
        label={`${label}: ${level}`}
        value={rule[level]}
        onChange={(limit) => onChange({ ...rule, [level]: limit })}
      />
    </Row>
  );
  return (
    <div className={styles.root}>
      <Row label="For">
        <Select
          aria-label={`${label}: scope`}
          options={SCOPES}
          value={rule.scope}
          onChange={({ value }) => value !== undefined && onChange(withScope(rule, value))}
        />
      </Row>
      <Row label="Named">
        <PatternInput
          label={`${label}: name`}
          placeholder={rule.scope === 'edge' ? 'any, such as shop→.*' : 'any, such as checkout.*'}
          value={rule.match?.name}
          onChange={(name) => onChange(withMatch(rule, { name }))}
        />
      </Row>
      <Row label="In group">
        <PatternInput
          label={`${label}: group`}
          placeholder="any, such as eu-west/.*"
          value={rule.match?.group}
          onChange={(group) => onChange(withMatch(rule, { group }))}
        />
      </Row>
      <Row label="Kind">
        <PatternInput
          label={`${label}: kind`}
          placeholder="any, such as database"
          value={rule.match?.kind}
          onChange={(kind) => onChange(withMatch(rule, { kind }))}
        />
      </Row>
      {rule.scope === 'edge' && (
        <Row label="Protocol">
          <PatternInput
            label={`${label}: protocol`}
            placeholder="any, such as grpc"
            value={rule.match?.protocol}
            onChange={(protocol) => onChange(withMatch(rule, { protocol }))}
          />
        </Row>
      )}
      <Row label="Seen in">
        <PatternInput
          label={`${label}: definition`}
          placeholder="any definition of the query"
          value={rule.match?.definition}
          onChange={(definition) => onChange(withMatch(rule, { definition }))}
        />
      </Row>
      <Row label="Metric">
        <Select
          aria-label={`${label}: metric`}
          options={rule.scope === 'edge' ? METRICS.filter(({ value }) => !OF_SERVICES.includes(value)) : METRICS}
          value={rule.metric}
          onChange={({ value }) => value !== undefined && onChange(withMetric(rule, value))}
        />
      </Row>
      {rule.metric === 'classRatio' && (
        <Row label="Class">
          <PatternInput
            label={`${label}: class`}
            placeholder="such as warning"
            value={rule.className}
            onChange={(className) => onChange({ ...rule, className })}
          />
        </Row>
      )}
      {rule.metric === 'custom' && (
        <Row label="Metric name">
          <PatternInput
            label={`${label}: metric name`}
            placeholder="as the query names it"
            value={rule.metricName}
            onChange={(metricName) => onChange({ ...rule, metricName })}
          />
        </Row>
      )}
      <Row label="When">
        <RadioButtonGroup
          size="sm"
          fullWidth
          aria-label={`${label}: direction`}
          options={DIRECTIONS}
          value={rule.direction}
          onChange={(direction) => onChange({ ...rule, direction })}
        />
      </Row>
      {limitOf('warning')}
      {limitOf('danger')}
      <Row label="Hold">
        <AmountInput
          label={`${label}: hold time`}
          suffix="s"
          value={rule.holdSeconds}
          onChange={(holdSeconds) => onChange({ ...rule, holdSeconds })}
        />
      </Row>
      <Row label="Clear by">
        <AmountInput
          label={`${label}: clear margin`}
          suffix="% back"
          value={typeof rule.clearMargin === 'number' ? Math.round(rule.clearMargin * 1e6) / 1e4 : rule.clearMargin}
          onChange={(percent) =>
            onChange({ ...rule, clearMargin: typeof percent === 'number' ? percent / 100 : percent })
          }
        />
      </Row>
    </div>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span aria-hidden>{label}</span>
      {children}
    </>
  );
}

interface PatternProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value?: string;
  readonly onChange: (value: string | undefined) => void;
}

function PatternInput({ label, placeholder, value, onChange }: PatternProps) {
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

interface AmountProps {
  readonly label: string;
  readonly suffix: string;
  readonly value?: WrittenNumber;
  readonly onChange: (value: WrittenNumber | undefined) => void;
}

/** A number from 0 up, or a variable; anything else stays typed, marked, and without effect. */
function AmountInput({ label, suffix, value, onChange }: AmountProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? String(value ?? '');
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      suffix={suffix}
      placeholder="0"
      value={shown}
      invalid={shown.trim() !== '' && amountOf(shown) === undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const amount = amountOf(text);
        if (amount !== undefined || text.trim() === '') {
          onChange(amount);
        }
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function amountOf(text: string): WrittenNumber | undefined {
  const number = Number(text);
  if (text.includes('$')) {
    return text.trim();
  }
  return text.trim() !== '' && number >= 0 && number < Infinity ? number : undefined;
}

function withMatch(rule: WrittenRule, change: NonNullable<WrittenRule['match']>): WrittenRule {
  const match = { ...rule.match, ...change };
  return { ...rule, match: Object.values(match).every((part) => part === undefined) ? undefined : match };
}

/** Only edges have a protocol, and only services metrics of their own. */
function withScope(rule: WrittenRule, scope: ThresholdScope): WrittenRule {
  if (scope !== 'edge') {
    return { ...withMatch(rule, { protocol: undefined }), scope };
  }
  return { ...(OF_SERVICES.includes(rule.metric) ? withMetric(rule, 'errorRatio') : rule), scope };
}

/** Limits of one metric make no sense in another's unit: they go when the metric changes. */
function withMetric(rule: WrittenRule, metric: ThresholdMetric): WrittenRule {
  const direction: ThresholdDirection = metric === 'rate' || metric === 'rateToBaseline' ? 'below' : 'above';
  return { ...rule, metric, direction, warning: undefined, danger: undefined };
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    '& > span': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
  }),
});
