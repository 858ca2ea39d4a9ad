import { dateTimeFormat, formattedValueToString, getValueFormat } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import type { SceneFormat } from '../scene/types';

/** Shown where a metric is unknown. */
export const UNKNOWN = '–';

/** How the panel writes numbers and times: Grafana's own units, the dashboard's time zone. */
export interface PanelFormat extends SceneFormat {
  /** A value in any of Grafana's units, by id. */
  readonly inUnit: (value: number, unit: string) => string;
  /** Date and time. */
  readonly time: (milliseconds: number) => string;
  /** Time of day. */
  readonly clock: (milliseconds: number) => string;
}

export interface FormatOptions {
  readonly timeZone: TimeZone;
  /** A Grafana unit id for rates, such as `reqps`. */
  readonly rateUnit: string;
  /** Absent: as many as the value needs. */
  readonly decimals?: number;
}

export function createFormat({ timeZone, rateUnit, decimals }: FormatOptions): PanelFormat {
  const unit = (id: string) => {
    const format = getValueFormat(id);
    return (value: number) => (Number.isFinite(value) ? formattedValueToString(format(value, decimals)) : UNKNOWN);
  };
  const ratio = unit('percentunit');
  return {
    rate: unit(rateUnit),
    ratio,
    change: (part) => {
      // To a tenth of a percent: rates that are the same differ in their last digits.
      const rounded = Math.round(part * 1000) / 1000;
      const sign = rounded < 0 ? '−' : rounded > 0 ? '+' : '±';
      return `${sign}${ratio(Math.abs(rounded))}`;
    },
    seconds: unit('s'),
    bytes: unit('Bps'),
    inUnit: (value, id) => unit(id)(value),
    time: (milliseconds) => dateTimeFormat(milliseconds, { timeZone }),
    clock: (milliseconds) => dateTimeFormat(milliseconds, { timeZone, format: 'HH:mm:ss' }),
  };
}

/** "1 service", "3 services"; the number with separators. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}
