import type { PanelFormat } from '../format';

/** How much flows: requests per second, and bytes per second; NaN where unknown. */
export interface Flow {
  readonly rate: number;
  readonly bytes: number;
}

/** Whether bytes are all that is known of a flow. */
export function isBytesOnly({ rate, bytes }: Flow): boolean {
  return Number.isNaN(rate) && Number.isFinite(bytes);
}

/** What a flow is told in: requests, or bytes where no requests are known. */
export function volumeLabel(flow: Flow): 'Requests' | 'Bytes' {
  return isBytesOnly(flow) ? 'Bytes' : 'Requests';
}

/** "120 req/s", or "3 MB/s" where no requests are known. */
export function volumeWords(flow: Flow, format: PanelFormat): string {
  return isBytesOnly(flow) ? format.bytes(flow.bytes) : format.rate(flow.rate);
}

/** Those with more requests first; then, of those without a known rate, the ones with more bytes. The two never compare. */
export function byVolume(a: Flow, b: Flow): number {
  return (b.rate || 0) - (a.rate || 0) || (b.bytes || 0) - (a.bytes || 0);
}
