import { createMessageWriter } from './protobuf';
import { wrapInSnappy } from './snappy';

/** Samples of one series, in order of time. Times in milliseconds. */
export interface WrittenSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: ReadonlyArray<readonly [timeMs: number, value: number]>;
}

const SERIES_A_REQUEST = 2_000;

/** Writes samples into Prometheus by its remote write receiver. Throws with status and answer where it refuses. */
export async function remoteWrite(url: string, series: readonly WrittenSeries[], signal?: AbortSignal): Promise<void> {
  for (let start = 0; start < series.length; start += SERIES_A_REQUEST) {
    const response = await fetch(`${url}/api/v1/write`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-protobuf',
        'Content-Encoding': 'snappy',
        'X-Prometheus-Remote-Write-Version': '0.1.0',
      },
      body: wrapInSnappy(encodeWriteRequest(series.slice(start, start + SERIES_A_REQUEST))),
      signal,
    });
    const answer = await response.text();
    if (!response.ok) {
      throw new Error(
        `Prometheus at ${url}/api/v1/write refused history with status ${response.status}: ${answer.trim()}. ` +
          'It must run with --web.enable-remote-write-receiver.'
      );
    }
  }
}

/** Field numbers are those of Prometheus' prompb/remote.proto and types.proto. */
function encodeWriteRequest(series: readonly WrittenSeries[]): Uint8Array {
  const writer = createMessageWriter();
  for (const { name, labels, samples } of series) {
    const sorted = Object.entries({ ...labels, __name__: name }).sort(([a], [b]) => (a < b ? -1 : 1));
    writer.message(1, () => {
      for (const [label, value] of sorted) {
        writer.message(1, () => {
          writer.text(1, label);
          writer.text(2, value);
        });
      }
      for (const [timeMs, value] of samples) {
        writer.message(2, () => {
          writer.double(1, value);
          writer.integer(2, timeMs);
        });
      }
    });
  }
  return writer.finish();
}
