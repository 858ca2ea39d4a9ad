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
  const percent = getValueFormat('percentunit');
  return {
    rate: unit(rateUnit),
    ratio,
    change: (part) => {
      // To a tenth of a percent: rates that are the same differ in their last digits.
      const tenths = Math.round(part * 1000);
      if (!Number.isFinite(tenths)) {
        return UNKNOWN;
      }
      const sign = tenths < 0 ? '−' : tenths > 0 ? '+' : '±';
      const needed = tenths % 10 === 0 ? 0 : 1;
      return `${sign}${formattedValueToString(percent(Math.abs(tenths) / 1000, decimals ?? needed))}`;
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
