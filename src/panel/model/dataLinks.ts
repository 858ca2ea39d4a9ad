import type { DataFrame, LinkModel } from '@grafana/data';
import { LINK_PREFIX } from '../../frames/contract';
import type { ScenePick } from '../../scene/types';
import { safeLink } from './safeLink';

/** A data link of a node or edge, with its address filled in. */
export interface SubjectLink {
  readonly title: string;
  readonly href: string;
  readonly newTab: boolean;
}

/** Data links of the frame row that describes a node or edge, where it has one; addresses other than http(s) and relative are left out. */
export function dataLinks(frames: readonly DataFrame[], pick: ScenePick): readonly SubjectLink[] {
  const found = new Map<string, SubjectLink>();
  for (const frame of frames) {
    const isEdges = frame.fields.some(({ name }) => name === 'source');
    const ids = frame.fields.find(({ name }) => name === 'id');
    if (ids === undefined || isEdges !== (pick.kind === 'edge')) {
      continue;
    }
    const row = ids.values.indexOf(pick.id);
    if (row >= 0) {
      const linked = frame.fields.filter(({ name, values }) => !(name.startsWith(LINK_PREFIX) && values[row] === null));
      for (const field of linked) {
        for (const link of field.getLinks?.({ valueRowIndex: row }) ?? []) {
          add(found, link);
        }
      }
    }
  }
  return [...found.values()];
}

function add(found: Map<string, SubjectLink>, { title, href, target }: LinkModel): void {
  const address = safeLink(href);
  if (address !== undefined) {
    found.set(`${title} ${address}`, { title, href: address, newTab: target === '_blank' });
  }
}
