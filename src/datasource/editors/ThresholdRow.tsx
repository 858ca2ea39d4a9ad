import { css } from '@emotion/css';
import { Button, IconButton, InlineField, InlineFieldRow, Select } from '@grafana/ui';
import React, { useState } from 'react';
import { MoveButtons, RemoveButton } from '../../browser/ListButtons';
import { type EditedRow, useEditedList } from '../../browser/useEditedList';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import { metricFits, parseWrittenNumber, withMetric, withScope } from '../../core/thresholds';
import type { MatcherPart, ThresholdMatcher, WrittenRule } from '../../core/model/threshold';
import { without } from './changes';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { LabelMatcherLines, NEW_LABEL_MATCHER } from './LabelMatcherLines';
import { DIRECTION_OPTIONS, METRIC_OPTIONS, SCOPE_OPTIONS, unitOf } from './thresholdOptions';

export interface ThresholdRowProps {
  readonly row: EditedRow<WrittenRule>;
  readonly onDuplicate: () => void;
}

type NumberField = 'warning' | 'danger' | 'holdSeconds' | 'clearMargin';

const NUMBER_WIDTH = 13;

/** As wide as there is room for; two stand on one line of a usual editor. */
const PATTERN = css({ flexBasis: 220 });

/** Parts of a matcher that are shown once they are asked for. */
const SELDOM_PARTS: ReadonlyArray<{
  readonly part: MatcherPart;
  readonly label: string;
  readonly tooltip: string;
}> = [
  { part: 'kind', label: 'kind', tooltip: 'Such as database|cache; for an edge, that of either end.' },
  { part: 'protocol', label: 'protocol', tooltip: 'A regular expression over the protocol, such as grpc.' },
  { part: 'definition', label: 'seen in', tooltip: 'The definition that it was seen in, by name.' },
];

const NO_LABELS: readonly LabelMatcher[] = [];

function withMatch(rule: WrittenRule, key: MatcherPart, pattern: string): WrittenRule {
  return withMatcher(rule, pattern === '' ? without(rule.match ?? {}, key) : { ...rule.match, [key]: pattern });
}

function withLabels(rule: WrittenRule, labels: readonly LabelMatcher[]): WrittenRule {
  return withMatcher(rule, labels.length === 0 ? without(rule.match ?? {}, 'labels') : { ...rule.match, labels });
}

function withMatcher(rule: WrittenRule, match: ThresholdMatcher): WrittenRule {
  return Object.keys(match).length === 0 ? without(rule, 'match') : { ...rule, match };
}

/** A number as such; what names a variable, or is none, as it was written. */
function writtenNumber(text: string): number | string {
  const number = parseWrittenNumber(text);
  return Number.isNaN(number) ? text.trim() : number;
}

const limitTooltip = (state: 'warning' | 'danger') =>
  `The limit of the ${state} state; empty for none. A number, 5%, 250ms, or a variable such as $slo.`;

/** One threshold rule on two lines: what it is about, and its limits. */
export function ThresholdRow({ row, onDuplicate }: ThresholdRowProps) {
  const { id: idPrefix, number, item: rule, replace } = row;
  const named = (label: string) => `${label} of threshold ${number}`;
  const limit = (key: NumberField, label: string, suffix: string, tooltip: string, placeholder = 'none') => (
    <InlineField label={label} tooltip={tooltip}>
      <DraftInput
        id={`${idPrefix}-${key}`}
        ariaLabel={named(label)}
        width={NUMBER_WIDTH}
        suffix={suffix}
        value={rule[key] === undefined ? '' : String(rule[key])}
        placeholder={placeholder}
        onCommit={(text) => replace(text.trim() === '' ? without(rule, key) : { ...rule, [key]: writtenNumber(text) })}
      />
    </InlineField>
  );
  const pattern = (key: MatcherPart, label: string, placeholder: string, tooltip: string) => (
    <InlineField label={label} tooltip={tooltip} grow shrink className={PATTERN}>
      <DraftInput
        id={`${idPrefix}-${key}`}
        ariaLabel={named(label)}
        value={rule.match?.[key] ?? ''}
        placeholder={placeholder}
        onCommit={(text) => replace(withMatch(rule, key, text.trim()))}
      />
    </InlineField>
  );
  const labels = rule.match?.labels ?? NO_LABELS;
  const labelList = useEditedList(`${idPrefix}-label`, labels, (changed) => replace(withLabels(rule, changed)));
  const unit = unitOf(rule.metric);
  const [showsAll, setShowsAll] = useState(false);
  const seldom = SELDOM_PARTS.filter(({ part }) => part !== 'protocol' || rule.scope === 'edge');
  const shown = seldom.filter(({ part }) => showsAll || rule.match?.[part] !== undefined);
  return (
    <ItemRow
      name={`Threshold ${number}`}
      actions={
        <>
          <MoveButtons row={row} up={`Try threshold ${number} earlier`} down={`Try threshold ${number} later`} />
          <IconButton name="copy" tooltip={`Duplicate threshold ${number}`} onClick={onDuplicate} />
          <RemoveButton row={row} tooltip={`Remove threshold ${number}`} />
        </>
      }
    >
      <InlineFieldRow>
        <InlineField label={`${number}`}>
          <Select
            inputId={`${idPrefix}-scope`}
            aria-label={named('Scope')}
            width={14}
            options={[...SCOPE_OPTIONS]}
            value={rule.scope}
            onChange={({ value }) => value && replace(withScope(rule, value))}
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
        <Button
          id={labelList.addId}
          variant="secondary"
          fill="text"
          icon="tag-alt"
          tooltip="Match by a label that a definition keeps"
          aria-label={`Add label to threshold ${number}`}
          onClick={() => labelList.add(NEW_LABEL_MATCHER)}
        />
      </InlineFieldRow>
      <LabelMatcherLines
        rows={labelList.rows}
        owner={`threshold ${number}`}
        lead="with the label"
        tooltip="One that “Keep labels” of a definition names. An edge has the labels of both its ends as well; a service without any of its own those of its requests; a group those of its services."
        example="team"
      />
      <InlineFieldRow>
        <InlineField label="when">
          <Select
            inputId={`${idPrefix}-metric`}
            aria-label={named('Metric')}
            width={20}
            options={METRIC_OPTIONS.filter(({ value }) => metricFits(rule.scope, value))}
            value={rule.metric}
            onChange={({ value }) => value && replace(withMetric(rule, value))}
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
              onCommit={(text) => replace({ ...rule, className: text.trim() })}
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
              onCommit={(text) => replace({ ...rule, metricName: text.trim() })}
            />
          </InlineField>
        )}
        <InlineField>
          <Select
            aria-label={named('Direction')}
            width={12}
            options={[...DIRECTION_OPTIONS]}
            value={rule.direction}
            onChange={({ value }) => value && replace({ ...rule, direction: value })}
          />
        </InlineField>
        {limit('warning', 'Warning', unit, limitTooltip('warning'))}
        {limit('danger', 'Danger', unit, limitTooltip('danger'))}
        {limit(
          'holdSeconds',
          'for',
          's',
          'How long a value must stay past a limit, or back within it, before the state changes.',
          '0'
        )}
        {limit(
          'clearMargin',
          'Clear margin',
          '0–1',
          'Part of the limit by which a value must come back, so that states do not flap: 0.2 is 20 %.',
          '0'
        )}
      </InlineFieldRow>
    </ItemRow>
  );
}
