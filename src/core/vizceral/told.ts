import type { Notice, NoticeSeverity } from '../model/notice';
import { list, record, text } from '../model/json';
import { MOST_LEVELS } from './limits';

/** What reading Vizceral data has to tell. */
export interface Told {
  badNodes: number;
  badConnections: number;
  badRates: number;
  isTooDeep: boolean;
  /** Takes the notices of a node or a connection, as plain text. */
  readonly quote: (notices: unknown, of: string) => void;
  readonly notices: () => readonly Notice[];
}

const MOST_QUOTED = 20;
const LONGEST = 300;

/** By Vizceral's numbers. */
const SEVERITIES: readonly NoticeSeverity[] = ['info', 'warning', 'error'];

export function createTold(): Told {
  const quoted: Notice[] = [];
  let unquoted = 0;
  const told: Told = {
    badNodes: 0,
    badConnections: 0,
    badRates: 0,
    isTooDeep: false,
    quote(notices, of) {
      for (const each of list(notices)) {
        const notice = record(each);
        const words = [text(notice?.title), text(notice?.subtitle)].filter((word) => word !== '').join(': ');
        if (words === '') {
          continue;
        }
        if (quoted.length === MOST_QUOTED) {
          unquoted++;
          continue;
        }
        const link = text(notice?.link);
        quoted.push({
          severity: SEVERITIES[Number(notice?.severity)] ?? 'info',
          text: `${of}: ${words}`.slice(0, LONGEST),
          ...(link !== '' && { link }),
        });
      }
    },
    notices: () => [
      ...quoted,
      ...lost(unquoted, 'more notice of the data is not shown', 'more notices of the data are not shown'),
      ...lost(
        told.badNodes,
        'node without a name, or with that of another, was left out',
        'nodes without a name, or with that of another, were left out'
      ),
      ...lost(
        told.badConnections,
        'connection without source or target was left out',
        'connections without source or target were left out'
      ),
      ...lost(told.badRates, 'rate that is no number was left out', 'rates that are no numbers were left out'),
      ...(told.isTooDeep ? [warning(`Nodes in more than ${MOST_LEVELS} others were left out.`)] : []),
    ],
  };
  return told;
}

function warning(words: string): Notice {
  return { severity: 'warning', text: words };
}

function lost(count: number, one: string, many: string): readonly Notice[] {
  return count === 0 ? [] : [warning(`${count.toLocaleString('en-US')} ${count === 1 ? one : many}.`)];
}
