import type { Notice, NoticeSeverity } from '../core/model/notice';
import type { SeriesTable } from '../core/model/series';

/** What every parser gives: a table, empty where nothing could be read, and what there is to say about it. */
export interface ParsedAnswer {
  readonly table: SeriesTable;
  readonly notices: readonly Notice[];
}

/** Cells of one table at most (series × buckets): 400 MB. */
export const MAXIMUM_CELLS = 50_000_000;

const LISTED_MESSAGES = 5;

/** How many of `series` a table of `buckets` can hold, and the notice where that is not all of them. */
export function limitSeries(
  series: number,
  buckets: number,
  upstream: string
): { kept: number; notices: readonly Notice[] } {
  const kept = Math.min(series, Math.floor(MAXIMUM_CELLS / Math.max(buckets, 1)));
  return kept === series
    ? { kept, notices: [] }
    : {
        kept,
        notices: [
          {
            severity: 'warning',
            upstream,
            text: `${upstream} answered with ${series} series of ${buckets} points; the last ${series - kept} were left out. Aggregate in the query (sum by …) or raise the step.`,
          },
        ],
      };
}

/** A notice for a count of something skipped; none for zero. */
export function countNotice(
  count: number,
  severity: NoticeSeverity,
  upstream: string,
  text: (count: string) => string
): readonly Notice[] {
  return count === 0 ? [] : [{ severity, upstream, text: `${upstream}: ${text(String(count))}` }];
}

/** The upstream's own messages, the first few word by word. */
export function messageNotices(messages: unknown, severity: NoticeSeverity, upstream: string): readonly Notice[] {
  if (!Array.isArray(messages)) {
    return [];
  }
  const texts = messages.filter((message): message is string => typeof message === 'string');
  const listed = texts
    .slice(0, LISTED_MESSAGES)
    .map((text): Notice => ({ severity, upstream, text: `${upstream}: ${text}` }));
  return [
    ...listed,
    ...countNotice(
      Math.max(texts.length - LISTED_MESSAGES, 0),
      severity,
      upstream,
      (more) => `${more} more messages like these.`
    ),
  ];
}
