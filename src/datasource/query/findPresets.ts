import type { DataSourceApi } from '@grafana/data';
import { catchError, forkJoin, map, type Observable, of } from 'rxjs';
import { type Preset, worthOf } from '../presets/preset';
import { type DelegatedUpstream, detectionRefId } from '../upstreams/upstream';
import { collectAnswer } from './collectAnswer';
import { type Failure, failureOf } from './failure';
import { recentRequest } from './recentRequest';

/** A preset that has data in an upstream. */
export interface FoundPreset {
  readonly preset: Preset;
  /** Pairs of services in the last minutes. */
  readonly edges: number;
}

/** What was found, best first; or why the upstream could not be asked. */
export type PresetSearch = { readonly found: readonly FoundPreset[] } | { readonly failure: Failure };

const REQUEST_ID = 'traffic-find-presets';

type PartAnswer = { readonly counts: ReadonlyMap<string, number> } | { readonly failure: Failure };

/** Asks an upstream which of some presets have had data in the last minutes. Never fails. */
export function findPresets(
  presets: readonly Preset[],
  dataSource: DataSourceApi,
  upstream: DelegatedUpstream,
  now: number,
  timeoutMs: number
): Observable<PresetSearch> {
  const parts = upstream.detection(presets, { uid: dataSource.uid, type: dataSource.type });
  const presetOf = new Map(presets.map((preset, index) => [detectionRefId(index), preset]));
  const asked = parts.map((targets, index) => {
    const isAlone = targets.length === 1;
    return collectAnswer(
      dataSource,
      recentRequest([...targets], `${REQUEST_ID}-${dataSource.uid}-${index}`, now),
      timeoutMs
    ).pipe(
      map(({ frames, errors }): PartAnswer => {
        if (frames.length === 0 && errors.length > 0) {
          return { failure: failureOf(errors[0], dataSource.name) };
        }
        const counts = targets.flatMap(({ refId }) => {
          const own = isAlone ? frames : frames.filter((frame) => frame.refId === refId);
          const preset = presetOf.get(refId);
          return preset ? [[refId, upstream.edgesOf(own, preset)] as const] : [];
        });
        return { counts: new Map(counts) };
      }),
      catchError((error: unknown) => of<PartAnswer>({ failure: failureOf(error, dataSource.name, timeoutMs) }))
    );
  });
  return forkJoin(asked).pipe(map((answers) => summarize(presets, answers)));
}

function summarize(presets: readonly Preset[], answers: readonly PartAnswer[]): PresetSearch {
  const counts = new Map(answers.flatMap((answer) => ('counts' in answer ? [...answer.counts] : [])));
  const failed = answers.find((answer) => 'failure' in answer);
  if (counts.size === 0 && failed) {
    return failed;
  }
  const found = presets.flatMap((preset, index) => {
    const edges = counts.get(detectionRefId(index)) ?? 0;
    return edges > 0 ? [{ preset, edges }] : [];
  });
  // Sorting is stable: what is worth the same stays in the order of the presets.
  return { found: found.sort((a, b) => b.edges * worthOf(b.preset) - a.edges * worthOf(a.preset)) };
}
