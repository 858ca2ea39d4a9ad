import { type AnnotationEvent, type DataFrame, formattedValueToString, getValueFormat } from '@grafana/data';
import { findEvents, type TrafficEvent } from '../../core/events';
import type { TrafficHistory } from '../../core/model/history';
import { STATE_DANGER, STATE_WARNING, stateName } from '../../core/model/state';
import { reasonWords, type ValueFormat } from '../../core/thresholds';
import { decodeTraffic } from '../../frames/decode';
import { soundEvents } from '../sound/soundQuery';
import { DEFAULT_EVENT_SCOPES, type EventSettings, MOST_EVENTS } from './types';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Grafana shows the text of annotations as HTML, and names come from anywhere. */
function asHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function inUnit(value: number, unit: string): string {
  return formattedValueToString(getValueFormat(unit)(value));
}

const FORMAT: ValueFormat = {
  rate: (value) => inUnit(value, 'reqps'),
  ratio: (value) => inUnit(value, 'percentunit'),
  seconds: (value) => inUnit(value, 's'),
  bytes: (value) => inUnit(value, 'Bps'),
  inUnit,
};

/** What frames of one query tell of trouble, as annotations; none for frames that hold no traffic. */
export function annotationEvents(frames: readonly DataFrame[], written?: EventSettings): AnnotationEvent[] {
  const settings = soundEvents(written);
  const { result } = decodeTraffic(frames);
  if (result === undefined) {
    return [];
  }
  const { history } = result;
  const { events, found } = findEvents(result, {
    scopes: settings.scopes ?? DEFAULT_EVENT_SCOPES,
    least: settings.least === 'warning' ? STATE_WARNING : STATE_DANGER,
    states: settings.states ?? true,
    alerts: settings.alerts ?? false,
    most: MOST_EVENTS,
  });
  const end = history.times.at(-1);
  const namesOf = subjectNames(history);
  const told = events.map((event) => annotationOf(event, namesOf(event), end, history));
  return found === events.length ? told : [...told, leftOut(events.length, found, end ?? 0)];
}

/** Said at the end of the time, so that nothing is missing in silence. */
function leftOut(shown: number, found: number, time: number): AnnotationEvent {
  const text = `The worst ${shown} of ${found} events are shown. Choose a shorter time range, or tell less.`;
  return { time, title: 'Traffic Intuition', text, tags: [] };
}

/** How a subject is called, and the services and groups that it is about. */
interface SubjectNames {
  readonly title: string;
  readonly tags: readonly string[];
}

function subjectNames({ nodes, edges }: TrafficHistory): (event: TrafficEvent) => SubjectNames {
  const nodeRows = new Map(nodes.ids.map((id, row) => [id, row]));
  const edgeRows = new Map(edges.ids.map((id, row) => [id, row]));
  return ({ scope, subject }) => {
    const node = scope === 'node' ? nodeRows.get(subject) : undefined;
    if (node !== undefined) {
      return { title: nodes.names[node], tags: [nodes.names[node], ...nodes.groups[node]] };
    }
    const edge = scope === 'edge' ? edgeRows.get(subject) : undefined;
    if (edge !== undefined) {
      const ends = [nodes.names[edges.source[edge]], nodes.names[edges.target[edge]]];
      return { title: ends.join(' → '), tags: ends };
    }
    return { title: subject, tags: [subject] };
  };
}

function annotationOf(
  event: TrafficEvent,
  { title, tags }: SubjectNames,
  end: number | undefined,
  { nodes }: TrafficHistory
): AnnotationEvent {
  const { alert, reason, scope } = event;
  const state = stateName(event.state);
  const told = alert
    ? [`alert ${alert.name} of ${alert.upstream}`, alert.summary]
    : [reasonWords(reason, FORMAT, nodes.metrics)];
  const lasts = event.to === undefined ? 'It lasts.' : undefined;
  const until = event.to ?? end ?? event.from;
  return {
    time: event.from,
    timeEnd: until,
    isRegion: until > event.from,
    title: asHtml(`${title}: ${state}`),
    text: asHtml([`${title}: ${state}`, ...told, lasts].filter((part) => part !== undefined).join('\n')),
    tags: [...new Set([...tags, state, ...(alert ? ['alert', alert.name] : []), scope === 'node' ? 'service' : scope])],
  };
}
