import type { TrafficView } from '../../core/model/view';
import type { EdgeRows } from '../edgeRows';
import type { SceneFormat, SceneOptions } from '../types';

/** What is written on an edge by its row, '' where the number is not known; undefined where nothing is to be written. */
export function edgeText(
  { edges }: TrafficView,
  { rates, bytes }: Pick<EdgeRows, 'rates' | 'bytes'>,
  label: SceneOptions['edgeLabel'],
  format: SceneFormat
): ((row: number) => string) | undefined {
  switch (label) {
    case 'rate':
      return (row) => (rates[row] > 0 ? format.rate(rates[row]) : bytes[row] > 0 ? format.bytes(bytes[row]) : '');
    case 'errorRatio':
      return (row) => (edges.errorRatio[row] >= 0 ? format.ratio(edges.errorRatio[row]) : '');
    case 'p95':
      return (row) => (edges.p95[row] >= 0 ? format.seconds(edges.p95[row]) : '');
    case 'change':
      return (row) => {
        const usual = edges.baseline?.[row] ?? NaN;
        return usual > 0 ? format.change(rates[row] / usual - 1) : '';
      };
    case 'none':
      return undefined;
  }
}
