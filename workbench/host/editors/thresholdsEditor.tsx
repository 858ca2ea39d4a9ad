import React, { type ReactElement } from 'react';
import { ThresholdsMode, type StandardEditorProps, type Threshold, type ThresholdsConfig } from '@grafana/data';
import { Button, ColorPicker, IconButton, Input, Stack } from '@grafana/ui';

const START: ThresholdsConfig = { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] };

/** Steps of a field's colour thresholds; the first is the base and has no value. */
export function ThresholdsEditor({ value, onChange }: StandardEditorProps<ThresholdsConfig | undefined>): ReactElement {
  const { mode, steps } = value ?? START;
  const change = (next: Threshold[]): void => onChange({ mode, steps: next });
  const replace = (row: number, step: Threshold): void =>
    change(steps.map((old, index) => (index === row ? step : old)));
  return (
    <Stack direction="column" gap={1}>
      {steps.map((step, row) => (
        <Stack key={row} direction="row" gap={1} alignItems="center">
          <ColorPicker color={step.color} onChange={(color) => replace(row, { ...step, color })} />
          {row === 0 ? (
            <Input aria-label="Base threshold" disabled value="Base" />
          ) : (
            <Input
              aria-label={`Threshold ${row}`}
              type="number"
              value={step.value}
              onChange={(event) => replace(row, { ...step, value: Number(event.currentTarget.value) })}
            />
          )}
          {row > 0 && (
            <IconButton
              name="trash-alt"
              tooltip="Remove threshold"
              onClick={() => change(steps.filter((_, index) => index !== row))}
            />
          )}
        </Stack>
      ))}
      <Button
        size="sm"
        variant="secondary"
        icon="plus"
        onClick={() => change([...steps, { value: (steps.at(-1)?.value ?? 0) + 10 || 80, color: 'red' }])}
      >
        Add threshold
      </Button>
    </Stack>
  );
}
