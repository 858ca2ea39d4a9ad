/** One HTTP call, as data. */
export interface TransportRequest {
  readonly url: string;
  readonly method: 'POST' | 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** Cancels the call. */
  readonly signal?: AbortSignal;
}

/** What came of it. A transport never throws for what a network or server does. */
export type TransportResponse =
  | { readonly kind: 'answer'; readonly status: number; readonly contentType: string; readonly text: string }
  | { readonly kind: 'timeout' | 'refused' | 'cancelled'; readonly detail?: string };

export type Transport = (request: TransportRequest) => Promise<TransportResponse>;
