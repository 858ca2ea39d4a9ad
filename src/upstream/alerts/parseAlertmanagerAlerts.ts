import { severityOf } from '../../core/alerts';
import type { Alert } from '../../core/model/alert';
import type { Notice } from '../../core/model/notice';
import { isRecord, readBody } from '../readBody';
import { countNotice } from '../tableNotices';
import { alertFields, linkOf, summaryOf, timeOf } from './alertFields';

/** Alerts of an answer, and what had to be left out. */
export interface ParsedAlerts {
  readonly alerts: readonly Alert[];
  readonly notices: readonly Notice[];
}

export function unreadableAlerts(upstream: string, expected: string): ParsedAlerts {
  const text = `${upstream} answered something that is no ${expected}. Check that it is the right data source.`;
  return { alerts: [], notices: [{ severity: 'error', upstream, text }] };
}

/**
 * What an Alertmanager answers to `/api/v2/alerts` → the alerts that are active. Silenced and inhibited ones are left
 * out: somebody has already decided that they should not shout. Never throws.
 *
 * @param now milliseconds; the end of what still fires
 */
export function parseAlertmanagerAlerts(body: unknown, upstream: string, now: number): ParsedAlerts {
  const read = readBody(body, upstream);
  if ('notice' in read) {
    return { alerts: [], notices: [read.notice] };
  }
  if (!Array.isArray(read.json)) {
    return unreadableAlerts(upstream, 'list of alerts');
  }
  let bad = 0;
  const alerts = read.json.flatMap((raw: unknown): readonly Alert[] => {
    const fields = alertFields(raw);
    const from = isRecord(raw) ? timeOf(raw.startsAt) : undefined;
    if (!isRecord(raw) || !fields || from === undefined) {
      bad++;
      return [];
    }
    const state = isRecord(raw.status) ? raw.status.state : 'active';
    if (state !== 'active' || from >= now) {
      return [];
    }
    const { name, labels, annotations } = fields;
    const summary = summaryOf(annotations);
    const link = linkOf(annotations.runbook_url, raw.generatorURL);
    return [
      {
        name,
        labels,
        severity: severityOf(labels),
        periods: [{ from, to: now }],
        ...(summary !== undefined ? { summary } : {}),
        ...(link !== undefined ? { link } : {}),
        upstream,
      },
    ];
  });
  return {
    alerts,
    notices: countNotice(
      bad,
      'warning',
      upstream,
      (count) => `${count} alerts have no name or no beginning and were left out.`
    ),
  };
}
