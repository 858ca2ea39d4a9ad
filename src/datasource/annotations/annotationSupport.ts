import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { from, map } from 'rxjs';
import { AnnotationEditor } from '../editors/LazyAnnotationEditor';
import type { TrafficQuery } from '../types';

/**
 * What of the query of an annotation is asked: it always has a history, since an instant knows no beginning; an
 * annotation that nobody has edited yet has no query, and shows the simulated company.
 */
function askedQuery({ target }: AnnotationQuery<TrafficQuery>): TrafficQuery {
  return { ...target, refId: target?.refId ?? 'Anno', instant: undefined };
}

/** Annotations of trouble on the map. */
export const ANNOTATION_SUPPORT: AnnotationSupport<TrafficQuery> = {
  prepareQuery: askedQuery,
  // Loaded with the first annotation: Grafana fetches a plugin's module as soon as a list of data sources is shown.
  processEvents: ({ target }, frames) =>
    from(import('./annotationEvents')).pipe(map(({ annotationEvents }) => annotationEvents(frames, target?.events))),
  QueryEditor: AnnotationEditor,
};
