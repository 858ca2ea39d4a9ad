import React, { useState, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, SelectableValue } from '@grafana/data';
import { Input, RadioButtonGroup, Select, useStyles2 } from '@grafana/ui';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import { metricFits, withMetric, withScope } from '../../core/thresholds';
import type {
  MatcherPart,
  ThresholdDirection,
  ThresholdMetric,
  ThresholdScope,
  WrittenNumber,
  WrittenRule,
} from '../../core/model/threshold';
import { LabelRows } from './LabelRows';
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
const DIRECTIONS: Array<{ value: ThresholdDirection; label: string }> = [
  { value: 'above', label: 'Above' },
  { value: 'below', label: 'Below' },
];

const NO_LABELS: readonly LabelMatcher[] = [];

interface Props {
  /** Of the fields' ids. */
  readonly idPrefix: string;
  readonly rule: WrittenRule;
  /** Prefix of the fields' accessible names. */
  readonly label: string;
  readonly onChange: (rule: WrittenRule) => void;
}

/** Every field of one rule. */
export function RuleFields({ idPrefix, rule, label, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const nameOf = (field: string) => `${label}: ${field}`;
  const idOf = (field: string) => `${idPrefix}-${field.replace(' ', '-')}`;
  const pattern = (
    field: string,
    placeholder: string,
    value: string | undefined,
    change: (text: string | undefined) => void
  ) => (
    <Row label={field} id={idOf(field)}>
      <PatternInput id={idOf(field)} label={nameOf(field)} placeholder={placeholder} value={value} onChange={change} />
    </Row>
  );
  const match = (part: MatcherPart, field: string, placeholder: string) =>
    pattern(field, placeholder, rule.match?.[part], (text) => onChange(withMatch(rule, { [part]: text })));
  const limitOf = (level: 'warning' | 'danger') => {
    const field = level === 'warning' ? 'Warning' : 'Danger';
    return (
      <Row label={field} id={idOf(field)}>
        <LimitInput
          key={rule.metric}
          id={idOf(field)}
          metric={rule.metric}
          level={level}
          label={nameOf(field)}
          value={rule[level]}
          onChange={(limit) => onChange({ ...rule, [level]: limit })}
        />
      </Row>
    );
  };
  return (
    <div className={styles.root}>
      <Row label="For" id={idOf('For')}>
        <Select
          inputId={idOf('For')}
          aria-label={nameOf('For')}
          options={SCOPES}
          value={rule.scope}
          onChange={({ value }) => value !== undefined && onChange(withScope(rule, value))}
        />
      </Row>
      {match('name', 'Named', rule.scope === 'edge' ? 'any, such as shop→.*' : 'any, such as checkout.*')}
      {match('group', 'In group', 'any, such as eu-west/.*')}
      {match('kind', 'Kind', 'any, such as database')}
      {rule.scope === 'edge' && match('protocol', 'Protocol', 'any, such as grpc')}
      {match('definition', 'Seen in', 'any definition of the query')}
      <LabelRows
        idPrefix={idPrefix}
        label={label}
        labels={rule.match?.labels ?? NO_LABELS}
        onChange={(labels) => onChange(withMatch(rule, { labels: labels.length > 0 ? labels : undefined }))}
      />
      <Row label="Metric" id={idOf('Metric')}>
        <Select
          inputId={idOf('Metric')}
          aria-label={nameOf('Metric')}
          options={METRICS.filter(({ value }) => value !== undefined && metricFits(rule.scope, value))}
          value={rule.metric}
          onChange={({ value }) => value !== undefined && onChange(withMetric(rule, value))}
        />
      </Row>
      {rule.metric === 'classRatio' &&
        pattern('Class', 'such as warning', rule.className, (className) => onChange({ ...rule, className }))}
      {rule.metric === 'custom' &&
        pattern('Metric name', 'as the query names it', rule.metricName, (metricName) =>
          onChange({ ...rule, metricName })
        )}
      <Row label="When">
        <RadioButtonGroup
          size="sm"
          fullWidth
          aria-label={nameOf('When')}
          options={DIRECTIONS}
          value={rule.direction}
          onChange={(direction) => onChange({ ...rule, direction })}
        />
      </Row>
      {limitOf('warning')}
      {limitOf('danger')}
      <Row label="Hold" id={idOf('Hold')}>
        <AmountInput
          id={idOf('Hold')}
          label={nameOf('Hold')}
          suffix="s"
          value={rule.holdSeconds}
          onChange={(holdSeconds) => onChange({ ...rule, holdSeconds })}
        />
      </Row>
      <Row label="Clear by" id={idOf('Clear by')}>
        <AmountInput
          id={idOf('Clear by')}
          label={nameOf('Clear by')}
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

interface RowProps {
  readonly label: string;
  /** Of its field; absent: the field has a name of its own only. */
  readonly id?: string;
  readonly children: ReactNode;
}

function Row({ label, id, children }: RowProps) {
  return (
    <>
      {id === undefined ? <span aria-hidden>{label}</span> : <label htmlFor={id}>{label}</label>}
      {children}
    </>
  );
}

interface PatternProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value?: string;
  readonly onChange: (value: string | undefined) => void;
}

function PatternInput({ id, label, placeholder, value, onChange }: PatternProps) {
  return (
    <Input
      id={id}
      aria-label={label}
      placeholder={placeholder}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

interface AmountProps {
  readonly id: string;
  readonly label: string;
  readonly suffix: string;
  readonly value?: WrittenNumber;
  readonly onChange: (value: WrittenNumber | undefined) => void;
}

/** A number from 0 up, or a variable; anything else stays typed, marked, and without effect. */
function AmountInput({ id, label, suffix, value, onChange }: AmountProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? String(value ?? '');
  const unusable = shown.trim() !== '' && amountOf(shown) === undefined;
  return (
    <Input
      id={id}
      aria-label={label}
      inputMode="decimal"
      suffix={suffix}
      placeholder="0"
      value={shown}
      invalid={unusable}
      aria-invalid={unusable || undefined}
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
  const number = Number(text.trim().replace(',', '.'));
  if (text.includes('$')) {
    return text.trim();
  }
  return text.trim() !== '' && number >= 0 && number < Infinity ? number : undefined;
}

function withMatch(rule: WrittenRule, change: NonNullable<WrittenRule['match']>): WrittenRule {
  const match = { ...rule.match, ...change };
  return { ...rule, match: Object.values(match).every((part) => part === undefined) ? undefined : match };
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    '& > span, & > label': {
      margin: 0,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    },
  }),
});
