import React, { useState } from 'react';
import { Input, useTheme2 } from '@grafana/ui';
import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';
import type { ThresholdMetric, WrittenNumber } from '../../core/model/threshold';
import { StateMark } from '../components/StateMark';
import { sceneTheme } from '../theme';
import { metricUnit, shownLimit, storedLimit } from './metricUnits';

interface Props {
  readonly id?: string;
  readonly metric: ThresholdMetric;
  readonly level: 'warning' | 'danger';
  readonly label: string;
  /** In the unit of `ThresholdRule`. */
  readonly value?: WrittenNumber;
  /** What holds when nothing is typed. */
  readonly inherited?: number;
  readonly disabled?: boolean;
  readonly onChange: (value: WrittenNumber | undefined) => void;
}

/** One limit, written in a handy unit. Takes effect as soon as it is a number. */
export function LimitInput({ id, metric, level, label, value, inherited, disabled = false, onChange }: Props) {
  const theme = useTheme2();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? String(shownLimit(metric, value) ?? '');
  const unusable = shown.trim() !== '' && storedLimit(metric, shown) === undefined;
  return (
    <Input
      id={id}
      aria-label={label}
      inputMode="decimal"
      prefix={
        <StateMark
          state={level === 'warning' ? STATE_WARNING : STATE_DANGER}
          theme={sceneTheme(theme, 'theme', false)}
          size={11}
        />
      }
      suffix={shown.includes('$') ? undefined : metricUnit(metric).suffix}
      value={shown}
      placeholder={inherited === undefined ? 'none' : String(shownLimit(metric, inherited))}
      invalid={unusable}
      aria-invalid={unusable || undefined}
      disabled={disabled}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const limit = storedLimit(metric, text);
        if (limit !== undefined || text.trim() === '') {
          onChange(limit);
        }
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
