import type { Field } from '@grafana/data';

import { firesAt } from '../core/alerts';
import type { TrafficResult } from '../core/model/result';
import { textField } from './columns';

/** Names of the alerts that fire now, a field of one text a row; no field where no alert of the scope does. */
export function alertField(
  { alerts = [], history: { times } }: TrafficResult,
  scope: 'edge' | 'node',
  ids: readonly string[]
): Field[] {
  const now = times[times.length - 1];
  const firing = alerts.filter((alert) => alert.scope === scope && firesAt(alert.periods, now));
  if (firing.length === 0) {
    return [];
  }
  const namesOf = new Map<string, Set<string>>();
  for (const { subject, name } of firing) {
    namesOf.set(subject, (namesOf.get(subject) ?? new Set()).add(name));
  }
  return [
    textField(
      'detail__alerts',
      ids.map((id) => [...(namesOf.get(id) ?? [])].join(', ')),
      { displayName: 'Alerts' }
    ),
  ];
}
