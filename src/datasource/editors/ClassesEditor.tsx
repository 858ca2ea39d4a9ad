import { Button, IconButton, InlineField, InlineFieldRow, Select, Stack } from '@grafana/ui';
import React from 'react';
import { MoveButtons } from '../../browser/MoveButtons';
import { type ListFocus, useListFocus } from '../../browser/useListFocus';
import { CLASS_PRESETS } from '../../core/model/classPresets';
import { type ClassSeverity, DEFAULT_CLASSES, type TrafficClass } from '../../core/model/definition';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import { addNamed, moveBy, put, removeAt, replaceAt, without } from './changes';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { LabelMatcherLines, NEW_LABEL_MATCHER } from './LabelMatcherLines';
import { SHORT_FIELD_WIDTH } from './style';

const SEVERITIES: ReadonlyArray<{ value: ClassSeverity; label: string; description: string }> = [
  { value: 'normal', label: 'Normal', description: 'Round particles' },
  { value: 'warning', label: 'Warning', description: 'Triangles; no error' },
  { value: 'danger', label: 'Danger', description: 'Diamonds; counts as an error' },
];

export interface ClassesEditorProps {
  readonly idPrefix: string;
  /** Absent: the default classes, which are shown and become the query's own with the first change. */
  readonly classes: readonly TrafficClass[] | undefined;
  /** Undefined goes back to the default. */
  readonly onChange: (classes: readonly TrafficClass[] | undefined) => void;
}

/** The classes of requests, in the order they are matched and drawn in. */
export function ClassesEditor({ idPrefix, classes, onChange }: ClassesEditorProps) {
  const shown = classes ?? DEFAULT_CLASSES;
  const focus = useListFocus(idPrefix, shown);
  return (
    <Stack direction="column" gap={0}>
      {shown.map((entry, index) => (
        <ClassRow
          key={index}
          idPrefix={`${idPrefix}-${index}`}
          entry={entry}
          index={index}
          isLast={index === shown.length - 1}
          focus={focus}
          onChange={(changed) => onChange(replaceAt(shown, index, changed))}
          onMove={(by) => {
            focus.moving(index, by);
            onChange(moveBy(shown, index, by));
          }}
          onRemove={() => {
            focus.removing(index);
            onChange(removeAt(shown, index));
          }}
        />
      ))}
      <Stack direction="row" gap={1}>
        <Button
          id={focus.addId}
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => onChange(addNamed(shown, { name: 'class', severity: 'warning', match: '' }, 'name'))}
        >
          Add class
        </Button>
        {CLASS_PRESETS.map((preset) => (
          <Button
            key={preset.label}
            variant="secondary"
            fill="text"
            size="sm"
            tooltip={preset.classes.map(({ name, match }) => `${name}: ${match ?? 'everything else'}`).join('; ')}
            onClick={() => onChange(preset.classes)}
          >
            {preset.label}
          </Button>
        ))}
        {classes && (
          <Button variant="secondary" fill="text" size="sm" onClick={() => onChange(undefined)}>
            Back to the default classes
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

const NO_LABELS: readonly LabelMatcher[] = [];

interface ClassRowProps {
  readonly idPrefix: string;
  readonly entry: TrafficClass;
  readonly index: number;
  readonly isLast: boolean;
  readonly focus: ListFocus;
  readonly onChange: (entry: TrafficClass) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function ClassRow({ idPrefix, entry, index, isLast, focus, onChange, onMove, onRemove }: ClassRowProps) {
  const { name, severity, match, labels = NO_LABELS } = entry;
  const labelFocus = useListFocus(`${idPrefix}-label`, labels);
  const changeLabels = (changed: readonly LabelMatcher[]) =>
    onChange(put(entry, 'labels', changed.length > 0 ? changed : undefined));
  return (
    <ItemRow
      name={`Class ${name}`}
      actions={
        <>
          <IconButton
            id={labelFocus.addId}
            name="plus"
            tooltip={`Ask ${name} for another label as well`}
            onClick={() => changeLabels([...labels, NEW_LABEL_MATCHER])}
          />
          <MoveButtons
            focus={focus}
            row={index}
            isLast={isLast}
            up={`Match ${name} earlier`}
            down={`Match ${name} later`}
            onMove={onMove}
          />
          <IconButton
            id={focus.idOf(index, 'remove')}
            name="trash-alt"
            tooltip={`Remove class ${name}`}
            onClick={onRemove}
          />
        </>
      }
    >
      <InlineFieldRow>
        <InlineField label="Class">
          <DraftInput
            id={`${idPrefix}-name`}
            width={SHORT_FIELD_WIDTH / 2}
            value={name}
            onCommit={(text) => text.trim() !== '' && onChange({ ...entry, name: text.trim() })}
          />
        </InlineField>
        <InlineField label="is">
          <Select
            inputId={`${idPrefix}-severity`}
            aria-label={`Severity of ${name}`}
            width={SHORT_FIELD_WIDTH / 1.5}
            options={[...SEVERITIES]}
            value={severity}
            onChange={(option) => option.value && onChange({ ...entry, severity: option.value })}
          />
        </InlineField>
        <InlineField
          label="where the class label matches"
          tooltip="A regular expression over the whole value. Leave it empty for the class that takes what no other matches."
          grow
        >
          <DraftInput
            id={`${idPrefix}-match`}
            ariaLabel={`Values of ${name}`}
            value={match ?? ''}
            placeholder={labels.length > 0 ? 'anything' : 'everything else'}
            onCommit={(text) =>
              onChange(text.trim() === '' ? without(entry, 'match') : { ...entry, match: text.trim() })
            }
          />
        </InlineField>
      </InlineFieldRow>
      <LabelMatcherLines
        idPrefix={idPrefix}
        owner={name}
        lead="and the label"
        example="response_flags"
        labels={labels}
        focus={labelFocus}
        onChange={changeLabels}
      />
    </ItemRow>
  );
}
