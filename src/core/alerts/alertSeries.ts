import type { Alert, AlertPeriod } from '../model/alert';
import type { SeriesTable } from '../model/series';
import { severityOf } from './severity';

/** Labels of `ALERTS` that say what the series is, and nothing of what it is about. */
const OWN_LABELS = new Set(['__name__', 'alertname', 'alertstate']);

/** Of an only bucket nothing is known but that it fires at its end. Milliseconds. */
const MOMENT = 1;

/** Buckets with a sample, joined while they follow one another; each covers the time since the bucket before it. */
function periodsOf(values: Float64Array, times: Float64Array): readonly AlertPeriod[] {
  const periods: AlertPeriod[] = [];
  const step = times.length > 1 ? times[1] - times[0] : MOMENT;
  for (let bucket = 0; bucket < values.length; bucket++) {
    if (!(values[bucket] > 0)) {
      continue;
    }
    const from = times[bucket] - step;
    const last = periods[periods.length - 1];
    if (last !== undefined && last.to >= from) {
      periods[periods.length - 1] = { from: last.from, to: times[bucket] };
    } else {
      periods.push({ from, to: times[bucket] });
    }
  }
  return periods;
}

/**
 * Alerts over time from the series `ALERTS` of Prometheus: 1 while an alert is in a state, no sample otherwise.
 * Pending alerts are not alerts yet, and are left out.
 */
export function alertsFromSeries({ labels, times, values }: SeriesTable, upstream: string): readonly Alert[] {
  return labels.flatMap((own, series): readonly Alert[] => {
    const { alertname, alertstate } = own;
    if (!alertname || (alertstate !== undefined && alertstate !== 'firing')) {
      return [];
    }
    const periods = periodsOf(values.subarray(series * times.length, (series + 1) * times.length), times);
    if (periods.length === 0) {
      return [];
    }
    const about = Object.fromEntries(Object.entries(own).filter(([name]) => !OWN_LABELS.has(name)));
    return [{ name: alertname, labels: about, severity: severityOf(own), periods, upstream }];
  });
}
