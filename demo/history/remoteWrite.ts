import { createMessageWriter, type MessageWriter } from './protobuf';
import { wrapInSnappy } from './snappy';

/** A single observation that stands beside the samples of a series, with labels such as the id of its trace. */
export interface WrittenExemplar {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly timeMs: number;
}

/** A native histogram of observations above zero, at one time. */
export interface WrittenHistogram {
  readonly timeMs: number;
  readonly sum: number;
  /** Buckets of the power 2^(2^-schema): of index i, observations in (power^(i-1), power^i]. */
  readonly schema: number;
  /** Observations by index, ascending; each a whole number. */
  readonly counts: ReadonlyArray<readonly [index: number, count: number]>;
}

/** Samples of one series, in order of time. Times in milliseconds. */
export interface WrittenSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: ReadonlyArray<readonly [timeMs: number, value: number]>;
  readonly exemplars?: readonly WrittenExemplar[];
  readonly histograms?: readonly WrittenHistogram[];
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

function encodeLabels(writer: MessageWriter, labels: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) {
    writer.message(1, () => {
      writer.text(1, label);
      writer.text(2, value);
    });
  }
}

function encodeHistogram(writer: MessageWriter, { timeMs, sum, schema, counts }: WrittenHistogram): void {
  writer.integer(
    1,
    counts.reduce((total, [, count]) => total + count, 0)
  );
  writer.double(3, sum);
  writer.signed(4, schema);
  // Each bucket is a span of its own, told by how far it is from the one before; counts by what they differ.
  counts.forEach(([index], place) => {
    writer.message(11, () => {
      writer.signed(1, place === 0 ? index : index - counts[place - 1][0] - 1);
      writer.integer(2, 1);
    });
  });
  counts.forEach(([, count], place) => writer.signed(12, count - (counts[place - 1]?.[1] ?? 0)));
  writer.integer(15, timeMs);
}

/** Field numbers are those of Prometheus' prompb/remote.proto and types.proto. */
function encodeWriteRequest(series: readonly WrittenSeries[]): Uint8Array {
  const writer = createMessageWriter();
  for (const { name, labels, samples, exemplars = [], histograms = [] } of series) {
    writer.message(1, () => {
      encodeLabels(writer, { ...labels, __name__: name });
      for (const [timeMs, value] of samples) {
        writer.message(2, () => {
          writer.double(1, value);
          writer.integer(2, timeMs);
        });
      }
      for (const { labels: own, value, timeMs } of exemplars) {
        writer.message(3, () => {
          encodeLabels(writer, own);
          writer.double(2, value);
          writer.integer(3, timeMs);
        });
      }
      for (const histogram of histograms) {
        writer.message(4, () => encodeHistogram(writer, histogram));
      }
    });
  }
  return writer.finish();
}
