import type { DataSourceJsonData } from '@grafana/data';
import type { TrafficJsonData, UpstreamReference } from '../types';
import { listOf, number, object, oneOf, text, whole } from './readers';

const upstream = whole(
  object<UpstreamReference>(
    { uid: text, kind: oneOf<UpstreamReference['kind']>({ prometheus: true, graphite: true }) },
    { needed: ['uid', 'kind'] }
  )
);

const settingsReader = object<Omit<TrafficJsonData, keyof DataSourceJsonData>>({
  upstreams: listOf(upstream),
  resolution: number,
  timeoutSeconds: number,
  vizceralUrl: text,
});

/** What can be read of the settings, and what is to be said of the rest; undefined where all can be. */
export interface SoundSettings {
  readonly settings: TrafficJsonData;
  readonly problem?: string;
}

/** Settings as saved, or as provisioned from a file that anybody may have written. Sound ones come back as they are. */
export function soundSettings(jsonData: TrafficJsonData | null | undefined): SoundSettings {
  const places: string[] = [];
  const settings = settingsReader(jsonData ?? {}, 'jsonData', (place, wanted) => {
    places.push(`“${place}” is not ${wanted}`);
  });
  return {
    settings: settings ?? {},
    ...(places.length > 0 && {
      problem: `Parts of the settings cannot be read and are left out: ${places.join('; ')}. Correct them in the file that provisions this data source, or save them anew here.`,
    }),
  };
}
