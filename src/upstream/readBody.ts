import type { Notice } from '../core/model/notice';
import { upstreamErrorText } from './errorText';

/** A body as data, or the notice that says why it is none. */
export type ReadBody = { readonly json: unknown } | { readonly notice: Notice };

/**
 * Takes a parsed body as it is and parses text, tolerating the bare `NaN` and `Infinity` that Python writes.
 * Never throws.
 */
export function readBody(body: unknown, upstream: string): ReadBody {
  if (typeof body !== 'string') {
    return { json: body };
  }
  if (body.trimStart().startsWith('<')) {
    return { notice: { severity: 'error', upstream, text: upstreamErrorText({ upstream, kind: 'html' }) } };
  }
  const json = parseJson(body) ?? parseJson(withoutBareNumbers(body));
  return json === undefined
    ? { notice: { severity: 'error', upstream, text: upstreamErrorText({ upstream, kind: 'unreadable' }) } }
    : { json };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Outside of strings: NaN becomes null, Infinity a number too large for a double. */
function withoutBareNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b|\bInfinity\b/g, (token) =>
    token === 'NaN' ? 'null' : token === 'Infinity' ? '1e9999' : token
  );
}

/** An object that is no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const EMPTY: Readonly<Record<string, string>> = Object.freeze({});

/** The entries of a label object that hold text; the very object where all do, so that it costs nothing. */
export function readLabels(raw: unknown): Readonly<Record<string, string>> {
  if (!isRecord(raw)) {
    return EMPTY;
  }
  return holdsOnlyText(raw)
    ? raw
    : Object.fromEntries(
        Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      );
}

function holdsOnlyText(raw: Record<string, unknown>): raw is Record<string, string> {
  for (const name in raw) {
    if (typeof raw[name] !== 'string') {
      return false;
    }
  }
  return true;
}
