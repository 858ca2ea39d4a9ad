import { FieldColorModeId, MappingType, type FieldConfig, type ValueMapping } from '@grafana/data';

import type { ClassSeverity, TrafficClass } from '../core/model/definition';
import { STATE_NAMES, type StateName } from '../core/model/state';

/** Names of Grafana's palette, which follow the theme; several classes of one severity take them in turn. */
const SEVERITY_COLOURS: Readonly<Record<ClassSeverity, readonly string[]>> = {
  normal: ['green', 'semi-dark-green', 'light-green', 'blue', 'light-blue'],
  warning: ['orange', 'yellow', 'light-orange', 'dark-yellow'],
  danger: ['red', 'dark-red', 'light-red', 'purple'],
};

/** For text and mappings, by palette name. */
const STATE_COLOURS: Readonly<Record<StateName, string>> = {
  normal: 'green',
  warning: 'orange',
  danger: 'red',
  noData: 'gray',
};

/** For lines, which take CSS colours only. Normal edges are neutral, so that only trouble has a colour. */
export const STATE_LINE_COLOURS: Readonly<Record<StateName, string>> = {
  normal: '#9fa7b3',
  warning: '#ff9830',
  danger: '#f2495c',
  noData: '#9fa7b3',
};

export const NO_DATA_COLOUR = 'gray';

/** A palette name for each class, distinct as far as the palette goes. */
export function classColours(classes: readonly TrafficClass[]): readonly string[] {
  const used: Record<ClassSeverity, number> = { normal: 0, warning: 0, danger: 0 };
  return classes.map(({ severity }) => {
    const colours = SEVERITY_COLOURS[severity];
    return colours[used[severity]++ % colours.length];
  });
}

/** Shows state codes as coloured words. */
export function stateFieldConfig(): FieldConfig {
  const options = Object.fromEntries(
    STATE_NAMES.map((name, code) => [
      String(code),
      { text: name === 'noData' ? 'no data' : name, color: STATE_COLOURS[name], index: code },
    ])
  );
  const mapping: ValueMapping = { type: MappingType.ValueToText, options };
  return {
    displayName: 'State',
    mappings: [mapping],
    color: { mode: FieldColorModeId.Fixed, fixedColor: NO_DATA_COLOUR },
  };
}
