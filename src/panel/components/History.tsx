import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TrafficResult } from '../../core/model/result';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import { metricCourses } from '../model/nodeMetrics';
import { subjectEdges, subjectSeries } from '../model/subjectSeries';
import { Sparkline } from './Sparkline';

interface Props {
  readonly result: TrafficResult;
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly timeIndex: number;
  /** Of the drawer, CSS pixels. */
  readonly width: number;
}

const LABEL_WIDTH = 84;
const HEIGHT = 28;

/** Rate, errors, latency, bytes and metrics of services over the dashboard's range. Nothing where there is only one point in time. */
export function History({ result, view, pick, format, theme, timeIndex, width }: Props) {
  const styles = useStyles2(getStyles);
  const { history } = result;
  const series = useMemo(() => subjectSeries(history, subjectEdges(history, view, pick)), [history, view, pick]);
  const courses = useMemo(() => metricCourses(history, view, pick), [history, view, pick]);
  const { times } = history;
  if (times.length < 2) {
    return null;
  }
  const isKnown = (values: Float64Array) => values.some((value) => !Number.isNaN(value));
  const ofBytes =
    series.bytes !== undefined && isKnown(series.bytes)
      ? [{ label: 'Bytes', values: series.bytes, usual: undefined, colour: theme.normal, words: format.bytes }]
      : [];
  const ofRequests =
    ofBytes.length > 0 && !isKnown(series.rate)
      ? []
      : [
          { label: 'Requests', values: series.rate, usual: series.baseline, colour: theme.normal, words: format.rate },
          { label: 'Errors', values: series.errorRatio, usual: undefined, colour: theme.danger, words: format.ratio },
          ...(series.p95 !== undefined && isKnown(series.p95)
            ? [{ label: 'p95', values: series.p95, usual: undefined, colour: theme.warning, words: format.seconds }]
            : []),
        ];
  const lines = [
    ...ofRequests,
    ...ofBytes,
    ...courses.map(({ label, unit, values }) => ({
      label,
      values,
      usual: undefined,
      colour: theme.text,
      words: (value: number) => format.inUnit(value, unit),
    })),
  ];
  return (
    <div>
      {lines.map(({ label, values, usual, colour, words }, index) => {
        const most = words(maximum(values));
        return (
          <div key={index} className={styles.line}>
            <span className={styles.label}>
              {label}
              <br />
              <span className={styles.most}>max {most}</span>
            </span>
            <Sparkline
              values={values}
              usual={usual}
              width={Math.max(60, width - LABEL_WIDTH - 40)}
              height={HEIGHT}
              colour={colour}
              mark={timeIndex}
              label={`${label} from ${format.clock(times[0])} to ${format.clock(times[times.length - 1])}, at most ${most}${usual ? '; dashed: usual' : ''}`}
            />
          </div>
        );
      })}
      <div className={styles.range}>
        <span>{format.clock(times[0])}</span>
        <span>{format.clock(times[times.length - 1])}</span>
      </div>
    </div>
  );
}

function maximum(values: Float64Array): number {
  return values.reduce((most, value) => (value > most || Number.isNaN(most) ? value : most), NaN);
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    marginBottom: theme.spacing(0.5),
  }),
  label: css({ width: LABEL_WIDTH, fontSize: theme.typography.bodySmall.fontSize, lineHeight: 1.25 }),
  most: css({ color: theme.colors.text.secondary }),
  range: css({
    display: 'flex',
    justifyContent: 'space-between',
    paddingLeft: LABEL_WIDTH,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
