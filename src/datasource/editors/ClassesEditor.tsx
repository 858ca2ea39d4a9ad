import { Button, IconButton, InlineField, InlineFieldRow, Select, Stack } from '@grafana/ui';
import React from 'react';
import { AddButton, MoveButtons, RemoveButton } from '../../browser/ListButtons';
import { type EditedRow, useEditedList } from '../../browser/useEditedList';
import { CLASS_PRESETS } from '../../core/model/classPresets';
import { type ClassSeverity, DEFAULT_CLASSES, type TrafficClass } from '../../core/model/definition';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import { addNamed, put, without } from './changes';
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
  const { rows, addId } = useEditedList(idPrefix, shown, onChange);
  return (
    <Stack direction="column" gap={0}>
      {rows.map((row) => (
        <ClassRow key={row.id} row={row} />
      ))}
      <Stack direction="row" gap={1}>
        <AddButton
          id={addId}
          onClick={() => onChange(addNamed(shown, { name: 'class', severity: 'warning', match: '' }, 'name'))}
        >
          Add class
        </AddButton>
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

function ClassRow({ row }: { readonly row: EditedRow<TrafficClass> }) {
  const { id, item: entry, replace } = row;
  const { name, severity, match, labels = NO_LABELS } = entry;
  const labelList = useEditedList(`${id}-label`, labels, (changed) =>
    replace(put(entry, 'labels', changed.length > 0 ? changed : undefined))
  );
  return (
    <ItemRow
      name={`Class ${name}`}
      actions={
        <>
          <IconButton
            id={labelList.addId}
            name="plus"
            tooltip={`Ask ${name} for another label as well`}
            onClick={() => labelList.add(NEW_LABEL_MATCHER)}
          />
          <MoveButtons row={row} up={`Match ${name} earlier`} down={`Match ${name} later`} />
          <RemoveButton row={row} tooltip={`Remove class ${name}`} />
        </>
      }
    >
      <InlineFieldRow>
        <InlineField label="Class">
          <DraftInput
            id={`${id}-name`}
            width={SHORT_FIELD_WIDTH / 2}
            value={name}
            onCommit={(text) => text.trim() !== '' && replace({ ...entry, name: text.trim() })}
          />
        </InlineField>
        <InlineField label="is">
          <Select
            inputId={`${id}-severity`}
            aria-label={`Severity of ${name}`}
            width={SHORT_FIELD_WIDTH / 1.5}
            options={[...SEVERITIES]}
            value={severity}
            onChange={(option) => option.value && replace({ ...entry, severity: option.value })}
          />
        </InlineField>
        <InlineField
          label="where the class label matches"
          tooltip="A regular expression over the whole value. Leave it empty for the class that takes what no other matches."
          grow
        >
          <DraftInput
            id={`${id}-match`}
            ariaLabel={`Values of ${name}`}
            value={match ?? ''}
            placeholder={labels.length > 0 ? 'anything' : 'everything else'}
            onCommit={(text) =>
              replace(text.trim() === '' ? without(entry, 'match') : { ...entry, match: text.trim() })
            }
          />
        </InlineField>
      </InlineFieldRow>
      <LabelMatcherLines rows={labelList.rows} owner={name} lead="and the label" example="response_flags" />
    </ItemRow>
  );
}
