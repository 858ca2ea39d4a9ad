import type { Labels } from '../../core/model/series';
import { isRecord, readLabels } from '../readBody';

/** What all upstreams of alerts say of one in the same words. */
export interface AlertFields {
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** Labels and annotations of an alert; undefined for one without a name. The name is no label of what it is about. */
export function alertFields(raw: unknown, fallbackName?: unknown): AlertFields | undefined {
  if (!isRecord(raw)) {
    return undefined;
  }
  const { alertname, ...labels } = readLabels(raw.labels);
  const name = alertname || (typeof fallbackName === 'string' ? fallbackName : '');
  return name === '' ? undefined : { name, labels, annotations: readLabels(raw.annotations) };
}

/** The words about an alert that rules usually give. */
export function summaryOf({ summary, description, message }: Labels): string | undefined {
  return summary || description || message || undefined;
}

/** The first address that is http(s). Others, such as `javascript:`, are nobody's link. */
export function linkOf(...addresses: readonly unknown[]): string | undefined {
  return addresses.find(
    (address): address is string => typeof address === 'string' && /^https?:\/\/[^\s]+$/i.test(address)
  );
}

/** A time in RFC 3339 as milliseconds; undefined for none, and for the zero time that Go writes for one. */
export function timeOf(text: unknown): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isFinite(time) && time > 0 ? time : undefined;
}
