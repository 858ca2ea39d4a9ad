import type { DataFrame, Field } from '@grafana/data';

import { nameWithRole, type FieldRole } from './fieldRoles';
import type { FrameMapping } from './mapping';
import { mappedFirst, metricFields, metricOfUnit, metricScale, rowMetrics, type Metric } from './metricFields';
import { cellNumber, cellText, type RowEnds, type TrafficRow } from './trafficRow';

const NAME_ROLES = ['sourceGroup', 'targetGroup', 'class', 'protocol'] as const satisfies readonly FieldRole[];

/** Rows of all frames that have a source and a target, as fields of a table or as labels of series. */
export function rowsFromTables(frames: readonly DataFrame[], mapping: FrameMapping): readonly TrafficRow[] {
  return frames.flatMap((frame) => tableRows(frame, mapping) ?? seriesRows(frame, mapping));
}

/** `undefined` for a frame that has no such fields. */
function tableRows(frame: DataFrame, mapping: FrameMapping): readonly TrafficRow[] | undefined {
  const names = frame.fields.filter((field) => field.type !== 'time').map((field) => field.name);
  const fieldOf = (role: FieldRole): Field | undefined => {
    const name = nameWithRole(names, role, mapping);
    return name === undefined ? undefined : frame.fields.find((field) => field.name === name);
  };
  const source = fieldOf('source');
  const target = fieldOf('target');
  if (!source || !target || source === target) {
    return undefined;
  }
  const time = frame.fields.find((field) => field.type === 'time');
  const named = NAME_ROLES.map((role) => [role, fieldOf(role)] as const);
  const taken: ReadonlyArray<Field | undefined> = [source, target, ...named.map(([, field]) => field)];
  const metrics = metricFields(
    frame.fields.filter((field) => !taken.includes(field)),
    mapping
  );
  const rows: TrafficRow[] = [];
  for (let row = 0; row < frame.length; row++) {
    const from = cellText(source.values[row]);
    const to = cellText(target.values[row]);
    const at = time && cellNumber(time.values[row]);
    if (from === undefined || to === undefined || (time !== undefined && !Number.isFinite(at))) {
      continue;
    }
    const others = Object.fromEntries(named.map(([role, field]) => [role, field && cellText(field.values[row])]));
    rows.push({ ends: { source: from, target: to, ...others }, time: at, metrics: rowMetrics(metrics, row) });
  }
  return rows;
}

function seriesRows(frame: DataFrame, mapping: FrameMapping): readonly TrafficRow[] {
  const time = frame.fields.find((field) => field.type === 'time');
  return frame.fields.flatMap((field) => {
    const ends = field.type === 'number' && field.labels ? seriesEnds(field.labels, mapping) : undefined;
    if (ends === undefined) {
      return [];
    }
    const metric = metricOfSeries(frame, field, mapping);
    const fields = [{ field, metric, scale: metricScale(metric, field) }];
    const rows: TrafficRow[] = [];
    for (let row = 0; row < frame.length; row++) {
      const at = time && cellNumber(time.values[row]);
      if (time === undefined || Number.isFinite(at)) {
        rows.push({ ends, time: at, metrics: rowMetrics(fields, row) });
      }
    }
    return rows;
  });
}

function seriesEnds(labels: Readonly<Record<string, string>>, mapping: FrameMapping): RowEnds | undefined {
  const names = Object.keys(labels);
  const labelOf = (role: FieldRole): string | undefined => {
    const name = nameWithRole(names, role, mapping);
    return name === undefined ? undefined : cellText(labels[name]);
  };
  const source = labelOf('source');
  const target = labelOf('target');
  return source === undefined || target === undefined
    ? undefined
    : { source, target, ...Object.fromEntries(NAME_ROLES.map((role) => [role, labelOf(role)])) };
}

/** By the names of the field, its frame and its query, then by its unit; a rate where nothing else is said. */
function metricOfSeries(frame: DataFrame, field: Field, mapping: FrameMapping): Metric {
  const names = [field.name, field.config.displayNameFromDS, frame.name, frame.refId].filter(
    (name) => name !== undefined
  );
  const named = mappedFirst(mapping).find((metric) => nameWithRole(names, metric, mapping) !== undefined);
  return named ?? metricOfUnit(field.config.unit) ?? 'rate';
}
