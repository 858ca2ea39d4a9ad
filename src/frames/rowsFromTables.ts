import type { DataFrame, Field } from '@grafana/data';

import type { Steps } from '../core/steps/steps';
import { nameWithRole, type FieldRole } from './fieldRoles';
import type { FrameMapping } from './mapping';
import { mappedFirst, metricFields, metricOfUnit, metricScale, rowMetrics, type Metric } from './metricFields';
import { cellNumber, cellText, eachRow, type RowEnds, type TrafficRow } from './trafficRow';

const NAME_ROLES = ['sourceGroup', 'targetGroup', 'class', 'protocol'] as const satisfies readonly FieldRole[];

/** Rows of all frames that have a source and a target, as fields of a table or as labels of series. */
export function* rowsFromTables(frames: readonly DataFrame[], mapping: FrameMapping): Steps<readonly TrafficRow[]> {
  const rows: TrafficRow[] = [];
  for (const frame of frames) {
    if (!(yield* addTableRows(rows, frame, mapping))) {
      yield* addSeriesRows(rows, frame, mapping);
    }
  }
  return rows;
}

/** False for a frame that has no such fields. */
function* addTableRows(rows: TrafficRow[], frame: DataFrame, mapping: FrameMapping): Steps<boolean> {
  const names = frame.fields.filter((field) => field.type !== 'time').map((field) => field.name);
  const fieldOf = (role: FieldRole): Field | undefined => {
    const name = nameWithRole(names, role, mapping);
    return name === undefined ? undefined : frame.fields.find((field) => field.name === name);
  };
  const source = fieldOf('source');
  const target = fieldOf('target');
  if (!source || !target || source === target) {
    return false;
  }
  const time = frame.fields.find((field) => field.type === 'time');
  const named = NAME_ROLES.map((role) => [role, fieldOf(role)] as const);
  const taken: ReadonlyArray<Field | undefined> = [source, target, ...named.map(([, field]) => field)];
  const metrics = metricFields(
    frame.fields.filter((field) => !taken.includes(field)),
    mapping
  );
  yield* eachRow(frame.length, (row) => {
    const from = cellText(source.values[row]);
    const to = cellText(target.values[row]);
    const at = time && cellNumber(time.values[row]);
    if (from === undefined || to === undefined || (time !== undefined && !Number.isFinite(at))) {
      return;
    }
    const others = Object.fromEntries(named.map(([role, field]) => [role, field && cellText(field.values[row])]));
    rows.push({ ends: { source: from, target: to, ...others }, time: at, metrics: rowMetrics(metrics, row) });
  });
  return true;
}

function* addSeriesRows(rows: TrafficRow[], frame: DataFrame, mapping: FrameMapping): Steps<void> {
  const time = frame.fields.find((field) => field.type === 'time');
  for (const field of frame.fields) {
    const ends = field.type === 'number' && field.labels ? seriesEnds(field.labels, mapping) : undefined;
    if (ends === undefined) {
      continue;
    }
    const metric = metricOfSeries(frame, field, mapping);
    const fields = [{ field, metric, scale: metricScale(metric, field) }];
    yield* eachRow(frame.length, (row) => {
      const at = time && cellNumber(time.values[row]);
      if (time === undefined || Number.isFinite(at)) {
        rows.push({ ends, time: at, metrics: rowMetrics(fields, row) });
      }
    });
  }
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
