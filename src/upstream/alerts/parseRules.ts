import { severityOf } from '../../core/alerts';
import type { Alert } from '../../core/model/alert';
import { isRecord, readBody } from '../readBody';
import { countNotice } from '../tableNotices';
import { alertFields, linkOf, summaryOf, timeOf } from './alertFields';
import { type ParsedAlerts, unreadableAlerts } from './parseAlertmanagerAlerts';

/**
 * States of an alert that fires: Prometheus' word, and Grafana's, which may be followed by a reason in brackets. One that
 * recovers fires for as long as its rule tells it to keep firing.
 */
const FIRING = /^(?:firing|alerting|recovering)\b/i;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * What Prometheus answers to `/api/v1/rules`, and Grafana to `/api/prometheus/grafana/api/v1/rules` → the alerts that
 * fire. Pending and normal ones are left out. Never throws.
 *
 * @param now milliseconds; the end of what still fires
 */
export function parseRules(body: unknown, upstream: string, now: number): ParsedAlerts {
  const read = readBody(body, upstream);
  if ('notice' in read) {
    return { alerts: [], notices: [read.notice] };
  }
  if (!isRecord(read.json) || !isRecord(read.json.data) || !Array.isArray(read.json.data.groups)) {
    return unreadableAlerts(upstream, 'list of alert rules');
  }
  let bad = 0;
  const alerts: Alert[] = [];
  for (const group of read.json.data.groups) {
    for (const rule of list(isRecord(group) ? group.rules : undefined)) {
      const { name: ruleName, uid, alerts: instances, annotations: ruleAnnotations } = isRecord(rule) ? rule : {};
      for (const raw of list(instances)) {
        if (!isRecord(raw) || typeof raw.state !== 'string' || !FIRING.test(raw.state)) {
          continue;
        }
        const fields = alertFields(raw, ruleName);
        const from = timeOf(raw.activeAt);
        if (!fields || from === undefined) {
          bad++;
          continue;
        }
        const { name, labels, annotations } = fields;
        const all = { ...alertFields({ annotations: ruleAnnotations }, '-')?.annotations, ...annotations };
        const summary = summaryOf(all);
        const rulePage = typeof uid === 'string' && /^[\w-]+$/.test(uid) ? `/alerting/grafana/${uid}/view` : undefined;
        const link = linkOf(all.runbook_url) ?? rulePage;
        alerts.push({
          name,
          labels,
          severity: severityOf(labels),
          periods: from < now ? [{ from, to: now }] : [],
          ...(summary !== undefined ? { summary } : {}),
          ...(link !== undefined ? { link } : {}),
          upstream,
        });
      }
    }
  }
  return {
    alerts: alerts.filter(({ periods }) => periods.length > 0),
    notices: countNotice(
      bad,
      'warning',
      upstream,
      (count) => `${count} alerts have no name or no beginning and were left out.`
    ),
  };
}
