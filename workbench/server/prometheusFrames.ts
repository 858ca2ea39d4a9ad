/** One series of a Prometheus answer: `values` in a matrix, `value` in a vector. */
export interface PrometheusSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly values?: ReadonlyArray<readonly [number, string]>;
  readonly value?: readonly [number, string];
}

/** A data frame as Grafana's `/api/ds/query` sends it: NaN and infinities apart, since JSON has none. */
export interface FrameJson {
  readonly schema: object;
  readonly data: {
    readonly values: readonly [readonly number[], ReadonlyArray<number | null>];
    readonly entities: readonly [null, Entities | null];
  };
}

interface Entities {
  readonly NaN?: readonly number[];
  readonly Inf?: readonly number[];
  readonly NegInf?: readonly number[];
}

const INFINITIES: Readonly<Record<string, number>> = { '+Inf': Infinity, Inf: Infinity, '-Inf': -Infinity };

const parseSample = (text: string): number => INFINITIES[text] ?? Number(text);

const rowsWhere = (values: readonly number[], is: (value: number) => boolean): readonly number[] =>
  values.flatMap((value, row) => (is(value) ? [row] : []));

function entitiesOf(values: readonly number[]): Entities | null {
  const found = {
    NaN: rowsWhere(values, Number.isNaN),
    Inf: rowsWhere(values, (value) => value === Infinity),
    NegInf: rowsWhere(values, (value) => value === -Infinity),
  };
  return found.NaN.length + found.Inf.length + found.NegInf.length > 0 ? found : null;
}

/** The frame of one series, in Grafana's multi-frame time series format. */
export function frameOfSeries(series: PrometheusSeries, refId: string, expression: string, stepMs: number): FrameJson {
  const samples = series.values ?? (series.value === undefined ? [] : [series.value]);
  const values = samples.map(([, text]) => parseSample(text));
  const type = series.values === undefined ? 'numeric-multi' : 'timeseries-multi';
  return {
    schema: {
      refId,
      meta: {
        type,
        typeVersion: [0, 1],
        custom: { resultType: series.values === undefined ? 'vector' : 'matrix' },
        executedQueryString: `Expr: ${expression}\nStep: ${stepMs / 1000}s`,
      },
      fields: [
        { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, config: { interval: stepMs } },
        { name: 'Value', type: 'number', typeInfo: { frame: 'float64' }, labels: series.metric, config: {} },
      ],
    },
    data: {
      values: [
        samples.map(([time]) => Math.round(time * 1000)),
        values.map((value) => (Number.isFinite(value) ? value : null)),
      ],
      entities: [null, entitiesOf(values)],
    },
  };
}
