import type { NodeTable } from '../../core/model/history';
import type { ViewRequest } from '../../core/model/view';
import type { DetailOption } from '../options/types';
import type { Place } from './navigation';

/** Above this many services, `auto` shows groups: a screen of more circles is a texture, not a map. */
export const AUTO_SERVICES_LIMIT = 40;

/** Whether to draw the groups below a place or all of its services. */
export function detailAt(option: DetailOption, place: Place, nodes: NodeTable): ViewRequest['detail'] {
  if (place.focus !== undefined) {
    return 'services';
  }
  if (option !== 'auto') {
    return option;
  }
  const children = new Set<string>();
  let services = 0;
  for (const group of nodes.groups) {
    if (place.path.every((part, depth) => group[depth] === part)) {
      services++;
      if (group.length > place.path.length) {
        children.add(group[place.path.length]);
      }
    }
  }
  return services > AUTO_SERVICES_LIMIT && children.size > 1 ? 'groups' : 'services';
}
