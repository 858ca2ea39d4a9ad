import { START_SECONDS } from '../../../../tests/fixtures/dataset';
import { recorded, recordedNames } from '../../../../tests/fixtures/recorded';
import { createMutator } from '../../../../tests/support/mutate';
import { gridTimes } from '../../grid';
import type { ParsedAnswer } from '../../tableNotices';
import { parsePrometheusAnswer } from '../parsePrometheusAnswer';
import { scanAnswer } from './scanAnswer';

const MUTATIONS = 200;
const STEP_MS = 60_000;
const grid = { from: START_SECONDS * 1000, to: (START_SECONDS + 1200) * 1000, stepMs: STEP_MS };
const times = gridTimes(grid);

function scan(text: string) {
  return scanAnswer(new TextEncoder().encode(text), times, STEP_MS);
}

/** What the text leads to by way of JSON.parse; `undefined` for what it refuses. */
function reference(text: string): ParsedAnswer | undefined {
  try {
    return parsePrometheusAnswer(JSON.parse(text) as unknown, grid);
  } catch {
    return undefined;
  }
}

function matrix(rows: string, rest = ''): string {
  return `{"status":"success","data":{"resultType":"matrix","result":[${rows}]}${rest}}`;
}

const T = START_SECONDS + 60;

describe('scanAnswer', () => {
  it.each(['requests', 'errorRatio', 'p95', 'odd', 'unaligned', 'vector', 'empty'])(
    'U26: reads a recorded answer as JSON.parse would: %s',
    (name) => {
      const { body } = recorded('prometheus', name);
      expect(scan(body)).toBeDefined();
      expect(parsePrometheusAnswer(body, grid)).toEqual(reference(body));
      expect(parsePrometheusAnswer(new TextEncoder().encode(body), grid)).toEqual(reference(body));
    }
  );

  it.each(recordedNames('prometheus'))('U26: reads mutated text as JSON.parse would, or not at all: %s', (name) => {
    const { body } = recorded('prometheus', name);
    for (let seed = 1; seed <= MUTATIONS; seed++) {
      const text = createMutator(seed).text(body);
      if (scan(text) !== undefined) {
        expect([seed, parsePrometheusAnswer(text, grid)]).toEqual([seed, reference(text)]);
      }
    }
  });

  it.each([
    ['escapes', `{"metric":{"a":"say \\"hi\\" \\u00e9\\n\\\\"},"values":[[${T},"1"]]}`],
    ['names with escapes', `{"metric":{"\\u0061":"x","a":"y"},"values":[[${T},"1"]]}`],
    ['any script', `{"metric":{"名":"заказ 🛒"},"values":[[${T},"1"]]}`],
    ['a byte order mark within', `{"metric":{"a":"\ufeffx"},"values":[[${T},"1"]]}`],
    ['the same name twice', `{"metric":{"a":"x","b":"y"},"values":[]},{"metric":{"a":"z","a":"w"},"values":[]}`],
    ['members of objects', `{"metric":{"constructor":"x","toString":"y"},"values":[[${T},"1"]]}`],
    ['no labels', `{"metric":{},"values":[[${T},"1"]]},{"metric":{"a":"b"},"values":[[${T},"2"]]}`],
    ['words', `{"metric":{},"values":[[${T},"NaN"],[${T + 60},"+Inf"],[${T + 120},"-Inf"],[${T + 180},"-0"]]}`],
    ['exponents', `{"metric":{},"values":[[${T},"1e-7"],[${T + 60},"2.5E+3"],[${T + 120},"x"],[${T + 180},""]]}`],
    ['parts of seconds', `{"metric":{},"values":[[${T}.001,"1"],[${T + 60}.5,"2"]]}`],
  ])('U26: reads %s', (_, rows) => {
    expect(scan(matrix(rows))).toBeDefined();
    expect(parsePrometheusAnswer(matrix(rows), grid)).toEqual(reference(matrix(rows)));
  });

  it.each([
    ['white space', `{ "metric":{},"values":[[${T},"1"]]}`],
    ['another order', `{"values":[[${T},"1"]],"metric":{}}`],
    ['native histograms', `{"metric":{},"histograms":[[${T},{"count":"1"}]]}`],
    ['labels that are no text', `{"metric":{"a":1},"values":[[${T},"1"]]}`],
    ['a label that an object cannot take', `{"metric":{"__proto__":"x"},"values":[[${T},"1"]]}`],
    ['half of a pair', `{"metric":{"a":"\ud800"},"values":[[${T},"1"]]}`],
    ['a line break', `{"metric":{"a":"x\ny"},"values":[[${T},"1"]]}`],
    ['a number with zeros before it', `{"metric":{},"values":[[0${T},"1"]]}`],
    ['bare values', `{"metric":{},"values":[[${T},1]]}`],
    ['a comma too many', `{"metric":{},"values":[[${T},"1"],]}`],
    ['an open end', `{"metric":{},"values":[[${T},"1"]`],
  ])('U26: leaves %s to JSON.parse', (_, rows) => {
    expect(scan(matrix(rows))).toBeUndefined();
    expect(scan(matrix(rows).slice(0, -4))).toBeUndefined();
  });

  it('U26: takes no other list of rows for that of the data', () => {
    const row = `{"metric":{"a":"b"},"values":[[${T},"1"]]}`;
    const elsewhere = `{"status":"success","other":{"result":[${row}]},"data":{"resultType":"matrix","result":[]}}`;
    const twice = `{"status":"success","data":{"resultType":"matrix","result":[${row}],"result":[]}}`;
    const failed = `{"status":"error","data":{"resultType":"matrix","result":[${row}]},"error":"no"}`;
    for (const text of [elsewhere, twice, failed, `${matrix(row)}x`]) {
      expect(scan(text)).toBeUndefined();
    }
  });

  it('U23, U26: passes on what the upstream says besides', () => {
    const text = matrix(`{"metric":{},"value":[${T},"1"]}`, ',"warnings":["slow"],"infos":["é"]');
    expect(scan(text)?.series).toBe(1);
    expect(parsePrometheusAnswer(text, grid).notices.map((notice) => notice.text)).toEqual([
      'Prometheus: slow',
      'Prometheus: é',
    ]);
  });

  it('U26: holds thousands of texts and rows apart', () => {
    const row = (index: number) => `{"metric":{"a":"${index}","b":"x${index % 7}"},"values":[[${T},"${index}"]]}`;
    const text = matrix(Array.from({ length: 5_000 }, (_, index) => row(index)).join(','));
    expect(scan(text)?.series).toBe(5_000);
    expect(parsePrometheusAnswer(text, grid)).toEqual(reference(text));
  });
});
