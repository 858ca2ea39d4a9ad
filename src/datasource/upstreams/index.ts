import type { UpstreamKind } from '../../core/model/definition';
import type { UpstreamReference } from '../types';
import { GRAPHITE } from './graphite';
import { PROMETHEUS } from './prometheus';
import type { DelegatedUpstream } from './upstream';

/** Every kind of existing data source that can be asked. A new kind is one file and one line here. */
export const DELEGATED_UPSTREAMS: readonly DelegatedUpstream[] = Object.freeze([PROMETHEUS, GRAPHITE]);

/** Plugin ids of all data sources that can be asked. */
export const UPSTREAM_PLUGIN_IDS: readonly string[] = DELEGATED_UPSTREAMS.flatMap((upstream) => upstream.pluginIds);

/** The kind by its name. */
export function delegatedUpstream(kind: UpstreamReference['kind']): DelegatedUpstream {
  const found = DELEGATED_UPSTREAMS.find((upstream) => upstream.kind === kind);
  if (!found) {
    throw new Error(
      `No upstream kind "${kind}"; there are ${DELEGATED_UPSTREAMS.map((each) => each.kind).join(', ')}.`
    );
  }
  return found;
}

/** Whether definitions of a kind ask an existing data source. */
export function asksDataSource(kind: UpstreamKind): kind is UpstreamReference['kind'] {
  return DELEGATED_UPSTREAMS.some((upstream) => upstream.kind === kind);
}

/** The kind that a data source's plugin belongs to; undefined for one that cannot be asked. */
export function kindOfPlugin(pluginId: string): UpstreamReference['kind'] | undefined {
  return DELEGATED_UPSTREAMS.find((upstream) => upstream.pluginIds.includes(pluginId))?.kind;
}
