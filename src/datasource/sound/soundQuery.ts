import type { MergeRule } from '../../core/model/definition';
import type { Notice } from '../../core/model/notice';
import type { Transition } from '../../core/model/result';
import type { AlertSettings, AlertSource, AlertSourceKind } from '../alerts/types';
import type { EventSettings } from '../annotations/types';
import type { LinkSettings, LinkTemplate } from '../links/types';
import type { BaselineName, TrafficQuery } from '../types';
import { QUERY_FIELDS } from './queryFields';
import { flag, listOf, number, object, oneOf, text, whole } from './readers';
import { graphShape, thresholdRule } from './ruleReaders';

/** Places that one notice names; more would be a wall of text. */
const PLACES_NAMED = 5;

const alertSource = whole(
  object<AlertSource>(
    {
      kind: oneOf<AlertSourceKind>({ prometheus: true, alertmanager: true, grafana: true }),
      upstream: text,
      matchers: text,
    },
    { needed: ['kind'] }
  )
);

const linkTemplate = whole(
  object<LinkTemplate>({ title: text, url: text, newTab: flag }, { needed: ['title', 'url'] })
);

const eventSettings = object<EventSettings>({
  scopes: listOf(oneOf<Transition['scope']>({ edge: true, node: true, group: true })),
  least: oneOf({ warning: true, danger: true }),
  states: flag,
  alerts: flag,
});

const queryReader = object<TrafficQuery>({
  ...QUERY_FIELDS,
  merge: oneOf<MergeRule>({ prefer: true, sum: true, max: true }),
  thresholds: listOf(thresholdRule),
  shape: graphShape,
  alerts: object<AlertSettings>(
    { sources: listOf(alertSource), serviceLabels: listOf(text) },
    { missing: () => ({ sources: [] }) }
  ),
  baseline: oneOf<BaselineName>({ '1d': true, '1w': true }),
  links: object<LinkSettings>({ explore: flag, templates: listOf(linkTemplate) }),
  resolution: number,
  instant: flag,
  events: eventSettings,
});

function malformedNotice(places: readonly string[]): Notice {
  const more = places.length - PLACES_NAMED;
  const named = places.slice(0, PLACES_NAMED).join('; ');
  const rest = more > 0 ? `; and ${more} more` : '';
  return {
    severity: 'warning',
    text: `Parts of the query cannot be read and are left out: ${named}${rest}. Correct them in the JSON of the dashboard, or set them anew in the query.`,
  };
}

/** What can be read of a query, and what is to be said of the rest. */
export interface SoundQuery {
  readonly query: TrafficQuery;
  readonly notices: readonly Notice[];
}

/**
 * A query as saved or written by hand, without what cannot be read of it, and a notice that tells what that was.
 * Never throws. A sound query comes back as it is.
 */
export function soundQuery(query: TrafficQuery): SoundQuery {
  const places: string[] = [];
  const read = queryReader(query, '', (place, wanted) => {
    places.push(`“${place}” is not ${wanted}`);
  });
  return {
    query: read ?? { refId: '', definitions: [] },
    notices: places.length === 0 ? [] : [malformedNotice(places)],
  };
}

/** The settings of an annotation, without what cannot be read of them; notices of the query tell what that was. */
export function soundEvents(settings: EventSettings | undefined): EventSettings {
  return eventSettings(settings ?? {}, '', () => undefined) ?? {};
}
