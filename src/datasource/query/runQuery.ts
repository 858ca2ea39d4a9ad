import { type DataQueryRequest, type DataQueryResponse, LoadingState } from '@grafana/data';
import { forkJoin, mergeMap, type Observable, of } from 'rxjs';
import { alertLabels, attachAlerts, raiseStates } from '../../core/alerts';
import { deriveSteps } from '../../core/derive/deriveTraffic';
import { edgeStaleness } from '../../core/derive/staleEdges';
import type { Alert } from '../../core/model/alert';
import type { MergeRule } from '../../core/model/definition';
import type { TrafficHistory } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import type { DeriveCounts } from '../../core/model/result';
import type { Steps } from '../../core/steps/steps';
import { blindRuleNotices, requestRules, thresholdSteps } from '../../core/thresholds';
import { encodeSteps } from '../../frames/encode';
import { askAlerts } from '../alerts/askAlerts';
import { subjectLinks } from '../links/subjectLinks';
import { recordedNotices } from '../recording/recordedSeries';
import type { TrafficQuery } from '../types';
import type { DefinitionAnswer } from './answer';
import { emptyNotices } from './emptyNotices';
import { inSlices } from './inSlices';
import { instantNotices } from './instantNotices';
import { interpolateShape } from './interpolate';
import { unasked } from './unasked';
import { askPlanned, planQuery, type QueryPlan } from './planQuery';
import type { QueryServices } from './services';

/**
 * Runs one query: asks every definition's upstream at once, derives traffic and states from what came back, and
 * encodes them as frames.
 *
 * An upstream that fails leaves the edges of the others and keeps those of its own last answer, marked as stale; a
 * notice says what failed. Where all fail and none has answered of late, the response is an error. Emits once.
 * Unsubscribing cancels every sub-request, and the work on answers: what is large is computed in slices.
 */
export function runQuery(
  written: TrafficQuery,
  request: DataQueryRequest<TrafficQuery>,
  services: QueryServices,
  defaultResolution?: number
): Observable<DataQueryResponse> {
  return planQuery(written, request, services, defaultResolution).pipe(
    mergeMap((plan) =>
      plan.resolved.length === 0
        ? of({ data: [unasked(plan)] })
        : forkJoin({
            answers: askPlanned(plan),
            firing: askAlerts(plan.query.alerts?.sources ?? [], plan.query.refId, plan.context),
          }).pipe(mergeMap(({ answers, firing }) => inSlices(() => respond(plan, answers, firing), services.slicing)))
    )
  );
}

function isStale({ staleSince }: DefinitionAnswer): boolean {
  return staleSince !== undefined;
}

function markStale(history: TrafficHistory, answers: readonly DefinitionAnswer[], merge: MergeRule): TrafficHistory {
  const since = new Map(
    answers.flatMap(({ definition, staleSince }) =>
      staleSince === undefined ? [] : [[definition.id, staleSince] as const]
    )
  );
  const staleSince = edgeStaleness(history.edges, since, merge);
  return staleSince === undefined ? history : { ...history, edges: { ...history.edges, staleSince } };
}

function* respond(
  { query, complete, resolved, context, notices: gridNotices, malformed }: QueryPlan,
  answers: readonly DefinitionAnswer[],
  firing: { readonly alerts: readonly Alert[]; readonly notices: readonly Notice[] }
): Steps<DataQueryResponse> {
  const { refId, alerts: settings, links: linkSettings = {} } = query;
  const { request, services } = context;
  const failures = answers.flatMap((answer) => answer.failure ?? []);
  const byFreshness = [...answers].sort((a, b) => Number(isStale(a)) - Number(isStale(b)));
  const inputs = (complete.merge === 'prefer' ? byFreshness : answers).flatMap((answer) => answer.input ?? []);
  if (inputs.length === 0) {
    const errors = failures.map(({ message, status }) => ({ refId, message, status }));
    return { data: [], errors, state: LoadingState.Error };
  }
  const resolvedRules = requestRules(
    answers.map(({ definition }) => definition),
    complete.thresholds,
    (text, format) => services.replace(text, request.scopedVars, format)
  );
  const { rules: thresholds } = resolvedRules;
  const wanted = interpolateShape(complete.shape ?? {}, request.scopedVars, services.replace);
  const { history: unmarked, notices, counts: derived, shape } = yield* deriveSteps(inputs, complete.merge, wanted);
  const history = markStale(unmarked, answers, complete.merge);
  const counts = countsOfAll(answers, derived);
  const labels = alertLabels(
    inputs.map(({ definition }) => definition),
    settings?.serviceLabels
  );
  const { attached, notices: elsewhere } = attachAlerts(firing.alerts, history, labels);
  const states = raiseStates(history, yield* thresholdSteps(history, thresholds), attached);
  yield;
  const links = yield* subjectLinks(linkSettings, resolved, history, request, services.replace);
  const failed = failures.map(({ message, upstream }): Notice => ({ severity: 'error', upstream, text: message }));
  const said = [
    ...failed,
    ...malformed,
    ...emptyNotices(counts),
    ...recordedNotices(complete.definitions),
    ...resolvedRules.notices,
    ...blindRuleNotices(history, resolvedRules),
    ...(context.instant ? instantNotices(thresholds) : []),
    ...gridNotices,
    ...answers.flatMap((answer) => answer.notices),
    ...notices,
    ...firing.notices,
    ...elsewhere,
    ...links.notices,
  ];
  return {
    data: yield* encodeSteps(
      { history, thresholds, states, notices: said, counts, shape, alerts: attached },
      { refId, links }
    ),
    state: LoadingState.Done,
  };
}

/** Counts of all definitions, in their order; those that got no answer say so. */
function countsOfAll(answers: readonly DefinitionAnswer[], derived: readonly DeriveCounts[]): readonly DeriveCounts[] {
  return answers.flatMap(({ definition, failure }) => {
    const counts = derived.filter(({ definitionId }) => definitionId === definition.id);
    return failure && counts.length === 0
      ? [
          {
            definitionId: definition.id,
            series: 0,
            samples: 0,
            missingLabel: {},
            badSamples: 0,
            edges: 0,
            failure: failure.message,
          },
        ]
      : counts;
  });
}
