import React, { useEffect, useState, type ReactElement } from 'react';
import { FieldColorModeId, type FieldColor, type SelectableValue, type StandardEditorProps } from '@grafana/data';
import {
  ColorPicker,
  Input,
  RadioButtonGroup,
  Select,
  Slider,
  StatsPicker,
  Switch,
  TagsInput,
  UnitPicker,
} from '@grafana/ui';

interface NumberSettings {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly placeholder?: string;
  readonly integer?: boolean;
}

interface ChoiceSettings {
  readonly options?: Array<SelectableValue<unknown>>;
  readonly getOptions?: (context: StandardEditorProps['context']) => Promise<Array<SelectableValue<unknown>>>;
  readonly isClearable?: boolean;
  readonly allowCustomValue?: boolean;
}

/** A text being typed: handed on when the field is left or Enter pressed, as Grafana's editors do. */
function useDraft(value: string, commit: (text: string) => void): React.ComponentProps<typeof Input> {
  const [draft, setDraft] = useState({ of: value, text: value });
  const text = draft.of === value ? draft.text : value;
  return {
    value: text,
    onChange: (event) => setDraft({ of: value, text: event.currentTarget.value }),
    onBlur: () => text !== value && commit(text),
    onKeyDown: (event) => event.key === 'Enter' && text !== value && commit(text),
  };
}

export function NumberEditor({
  value,
  onChange,
  item,
  id,
}: StandardEditorProps<number | undefined, NumberSettings>): ReactElement {
  const { min, max, step, placeholder, integer } = item.settings ?? {};
  const draft = useDraft(value === undefined ? '' : String(value), (text) => {
    const number = integer === true ? Math.round(Number(text)) : Number(text);
    onChange(
      text === '' || Number.isNaN(number) ? undefined : Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number))
    );
  });
  return <Input {...draft} id={id} type="number" min={min} max={max} step={step} placeholder={placeholder} />;
}

export function TextEditor({
  value,
  onChange,
  item,
  id,
}: StandardEditorProps<string | undefined, { placeholder?: string }>): ReactElement {
  const draft = useDraft(value ?? '', (text) => onChange(text === '' ? undefined : text));
  return <Input {...draft} id={id} placeholder={item.settings?.placeholder} />;
}

export function SliderEditor({ value, onChange, item, id }: StandardEditorProps<number, NumberSettings>): ReactElement {
  const { min = 0, max = 100, step = 1 } = item.settings ?? {};
  return (
    <Slider
      inputId={id ?? item.id}
      value={value}
      min={min}
      max={max}
      step={step}
      onAfterChange={(next) => onChange(next ?? min)}
    />
  );
}

export function BooleanEditor({ value, onChange, id }: StandardEditorProps<boolean>): ReactElement {
  return <Switch id={id} value={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

/** The choices of a select, which may depend on the panel's data. */
function useChoices({ item, context }: StandardEditorProps<unknown, ChoiceSettings>): Array<SelectableValue<unknown>> {
  const [choices, setChoices] = useState(item.settings?.options ?? []);
  useEffect(() => {
    let current = true;
    void item.settings?.getOptions?.(context).then((found) => current && setChoices(found));
    return () => {
      current = false;
    };
  }, [item, context]);
  return item.settings?.getOptions === undefined ? (item.settings?.options ?? []) : choices;
}

export function SelectEditor(props: StandardEditorProps<unknown, ChoiceSettings>): ReactElement {
  const { value, onChange, item, id } = props;
  const options = useChoices(props);
  return (
    <Select<unknown>
      inputId={id}
      value={value}
      options={options}
      isClearable={item.settings?.isClearable}
      allowCustomValue={item.settings?.allowCustomValue}
      onChange={(choice: SelectableValue<unknown> | null) => onChange(choice?.value)}
    />
  );
}

export function MultiSelectEditor(props: StandardEditorProps<unknown[], ChoiceSettings>): ReactElement {
  const options = useChoices(props as StandardEditorProps<unknown, ChoiceSettings>);
  const onChange = (choices: unknown): void =>
    props.onChange((choices as Array<SelectableValue<unknown>>).map((choice) => choice.value));
  return <Select<unknown> inputId={props.id} isMulti value={props.value} options={options} onChange={onChange} />;
}

export function RadioEditor({ value, onChange, item, id }: StandardEditorProps<unknown, ChoiceSettings>): ReactElement {
  return <RadioButtonGroup<unknown> id={id} value={value} options={item.settings?.options ?? []} onChange={onChange} />;
}

export function UnitEditor({ value, onChange, id }: StandardEditorProps<string | undefined>): ReactElement {
  return <UnitPicker {...{ id }} value={value} onChange={onChange} />;
}

export function ColorEditor({ value, onChange }: StandardEditorProps<string | undefined>): ReactElement {
  return <ColorPicker color={value ?? 'green'} onChange={onChange} />;
}

export function FieldColorEditor({ value, onChange, id }: StandardEditorProps<FieldColor | undefined>): ReactElement {
  const options = Object.values(FieldColorModeId).map((mode) => ({ label: mode, value: mode as string }));
  return (
    <Select
      inputId={id}
      value={value?.mode}
      options={options}
      onChange={(choice) => onChange({ ...value, mode: choice.value ?? FieldColorModeId.Thresholds })}
    />
  );
}

export function StatsEditor({ value, onChange }: StandardEditorProps<string[]>): ReactElement {
  return <StatsPicker stats={value} onChange={onChange} placeholder="" />;
}

export function StringsEditor({ value, onChange, id }: StandardEditorProps<string[] | undefined>): ReactElement {
  return <TagsInput id={id} tags={value ?? []} onChange={onChange} />;
}

export function FieldNameEditor({
  value,
  onChange,
  context,
  id,
}: StandardEditorProps<string | undefined>): ReactElement {
  const names = [...new Set(context.data.flatMap((frame) => frame.fields.map((field) => field.name)))];
  return (
    <Select
      inputId={id}
      isClearable
      value={value}
      options={names.map((name) => ({ label: name, value: name }))}
      onChange={(choice: SelectableValue<string> | null) => onChange(choice?.value)}
    />
  );
}
