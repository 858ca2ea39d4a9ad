import { Button, IconButton, InlineField, InlineFieldRow, Select, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { parseWrittenNumber } from '../../core/thresholds';
import type { ThresholdMatcher, WrittenRule } from '../../core/model/threshold';
import { without } from './changes';
import { DraftInput } from './DraftFields';
import { DIRECTION_OPTIONS, METRIC_OPTIONS, SCOPE_OPTIONS, unitOf } from './thresholdOptions';

export interface ThresholdRowProps {
  readonly idPrefix: string;
  /** From 1, as notices count them. */
  readonly number: number;
  readonly rule: WrittenRule;
  readonly onChange: (rule: WrittenRule) => void;
  readonly onRaise: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

type NumberField = 'warning' | 'danger' | 'holdSeconds' | 'clearMargin';

const NUMBER_WIDTH = 13;

/** Parts of a matcher that are shown once they are asked for. */
const SELDOM_PARTS: ReadonlyArray<{
  readonly part: keyof ThresholdMatcher;
  readonly label: string;
  readonly tooltip: string;
}> = [
  { part: 'kind', label: 'kind', tooltip: 'Such as database|cache; for an edge, that of either end.' },
  { part: 'protocol', label: 'protocol', tooltip: 'A regular expression over the protocol, such as grpc.' },
  { part: 'definition', label: 'seen in', tooltip: 'The definition that it was seen in, by name.' },
];

function withMatch(rule: WrittenRule, key: keyof ThresholdMatcher, pattern: string): WrittenRule {
  const match = pattern === '' ? without(rule.match ?? {}, key) : { ...rule.match, [key]: pattern };
  return Object.keys(match).length === 0 ? without(rule, 'match') : { ...rule, match };
}

/** A number as such; what names a variable, or is none, as it was written. */
function writtenNumber(text: string): number | string {
  const number = parseWrittenNumber(text);
  return Number.isNaN(number) ? text.trim() : number;
}

/** One threshold rule on two lines: what it is about, and its limits. */
export function ThresholdRow({ idPrefix, number, rule, onChange, onRaise, onDuplicate, onRemove }: ThresholdRowProps) {
  const named = (label: string) => `${label} of threshold ${number}`;
  const limit = (key: NumberField, label: string, suffix: string, tooltip: string) => (
    <InlineField label={label} tooltip={tooltip}>
      <DraftInput
        id={`${idPrefix}-${key}`}
        ariaLabel={named(label)}
        width={NUMBER_WIDTH}
        suffix={suffix}
        value={rule[key] === undefined ? '' : String(rule[key])}
        placeholder="none"
        onCommit={(text) => onChange(text.trim() === '' ? without(rule, key) : { ...rule, [key]: writtenNumber(text) })}
      />
    </InlineField>
  );
  const pattern = (key: keyof ThresholdMatcher, label: string, placeholder: string, tooltip: string) => (
    <InlineField label={label} tooltip={tooltip} grow>
      <DraftInput
        id={`${idPrefix}-${key}`}
        ariaLabel={named(label)}
        value={rule.match?.[key] ?? ''}
        placeholder={placeholder}
        onCommit={(text) => onChange(withMatch(rule, key, text.trim()))}
      />
    </InlineField>
  );
  const unit = unitOf(rule.metric);
  const [showsAll, setShowsAll] = useState(false);
  const seldom = SELDOM_PARTS.filter(({ part }) => part !== 'protocol' || rule.scope === 'edge');
  const shown = seldom.filter(({ part }) => showsAll || rule.match?.[part] !== undefined);
  return (
    <div role="group" aria-label={`Threshold ${number}`}>
      <InlineFieldRow>
        <InlineField label={`${number}`}>
          <Select
            aria-label={named('Scope')}
            width={14}
            options={[...SCOPE_OPTIONS]}
            value={rule.scope}
            onChange={({ value }) => value && onChange({ ...rule, scope: value })}
          />
        </InlineField>
        {pattern(
          'name',
          'named',
          'all',
          'A regular expression over the whole name; for an edge, “source→target” or either end.'
        )}
        {pattern('group', 'in group', 'all', 'A regular expression over the whole group path, such as prod/.*')}
        {shown.map(({ part, label, tooltip }) => (
          <React.Fragment key={part}>{pattern(part, label, 'all', tooltip)}</React.Fragment>
        ))}
        {shown.length < seldom.length && (
          <Button
            variant="secondary"
            fill="text"
            icon="plus"
            tooltip={`Match by ${seldom.map(({ label }) => label).join(', ')}`}
            aria-label={`More conditions of threshold ${number}`}
            onClick={() => setShowsAll(true)}
          />
        )}
        <Stack direction="row" gap={0.5} alignItems="center">
          <IconButton
            name="arrow-up"
            tooltip={`Try threshold ${number} earlier`}
            disabled={number === 1}
            onClick={onRaise}
          />
          <IconButton name="copy" tooltip={`Duplicate threshold ${number}`} onClick={onDuplicate} />
          <IconButton name="trash-alt" tooltip={`Remove threshold ${number}`} onClick={onRemove} />
        </Stack>
      </InlineFieldRow>
      <InlineFieldRow>
        <InlineField label="when">
          <Select
            aria-label={named('Metric')}
            width={20}
            options={[...METRIC_OPTIONS]}
            value={rule.metric}
            onChange={({ value }) => value && onChange({ ...rule, metric: value })}
          />
        </InlineField>
        {rule.metric === 'classRatio' && (
          <InlineField label="class">
            <DraftInput
              id={`${idPrefix}-class`}
              ariaLabel={named('Class')}
              width={NUMBER_WIDTH}
              value={rule.className ?? ''}
              placeholder="warning"
              onCommit={(text) => onChange({ ...rule, className: text.trim() })}
            />
          </InlineField>
        )}
        {rule.metric === 'custom' && (
          <InlineField label="name" tooltip="As “Metrics of services” of a definition names it.">
            <DraftInput
              id={`${idPrefix}-metric-name`}
              ariaLabel={named('Metric name')}
              width={NUMBER_WIDTH}
              value={rule.metricName ?? ''}
              placeholder="queue length"
              onCommit={(text) => onChange({ ...rule, metricName: text.trim() })}
            />
          </InlineField>
        )}
        <Select
          aria-label={named('Direction')}
          width={12}
          options={[...DIRECTION_OPTIONS]}
          value={rule.direction}
          onChange={({ value }) => value && onChange({ ...rule, direction: value })}
        />
        {limit(
          'warning',
          'Warning',
          unit,
          'The limit of the warning state; empty for none. A number, 5%, 250ms, or a variable such as $slo.'
        )}
        {limit(
          'danger',
          'Danger',
          unit,
          'The limit of the danger state; empty for none. A number, 5%, 250ms, or a variable such as $slo.'
        )}
        {limit(
          'holdSeconds',
          'for',
          's',
          'How long a value must stay past a limit, or back within it, before the state changes.'
        )}
        {limit(
          'clearMargin',
          'Clear margin',
          '0–1',
          'Part of the limit by which a value must come back, so that states do not flap: 0.2 is 20 %.'
        )}
      </InlineFieldRow>
    </div>
  );
}
