import type { AlertPeriod, AlertSeverity, AttachedAlert } from '../core/model/alert';
import { isSafeLink, objects } from './metaReaders';

const SCOPES: ReadonlyArray<AttachedAlert['scope']> = ['edge', 'node', 'group'];
const SEVERITIES: readonly AlertSeverity[] = ['info', 'warning', 'danger'];

function readPeriods(value: unknown): readonly AlertPeriod[] {
  return objects(value).flatMap(({ from, to }) =>
    typeof from === 'number' && typeof to === 'number' ? [{ from, to }] : []
  );
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Alerts of the `history` frame's mark; what is none is left out, and so are links neither http(s) nor relative. */
export function readAlerts(value: unknown): readonly AttachedAlert[] {
  return objects(value).flatMap((item): readonly AttachedAlert[] => {
    const scope = SCOPES.find((each) => each === item.scope);
    const severity = SEVERITIES.find((each) => each === item.severity);
    const subject = text(item.subject);
    const name = text(item.name);
    if (!scope || !severity || subject === undefined || name === undefined) {
      return [];
    }
    const summary = text(item.summary);
    const link = text(item.link);
    return [
      {
        scope,
        subject,
        name,
        severity,
        periods: readPeriods(item.periods),
        ...(summary !== undefined ? { summary } : {}),
        ...(link !== undefined && isSafeLink(link) ? { link } : {}),
        upstream: text(item.upstream) ?? '',
      },
    ];
  });
}
