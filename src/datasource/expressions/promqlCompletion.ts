import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { newCompleteStrategy, type PrometheusClient } from '@prometheus-io/codemirror-promql';
import { MOST_NAMES } from './prometheusNames';
import { besidesVariables, variableCompletion } from './variableCompletion';

/** Help is fetched for upstreams up to this size. */
const MOST_METADATA = 2_000;
const DONE = /[)\]}]$/;

/**
 * What can stand at the cursor of a PromQL text. Words of the language and names of the upstream come by themselves, so
 * that a slow upstream, or one that is down, keeps back no function.
 */
export function promqlCompletion(names: PrometheusClient | undefined): readonly CompletionSource[] {
  const words = newCompleteStrategy();
  const sources: CompletionSource[] = [
    variableCompletion({ emptyWindow: true }),
    unlessDone((context) => words.promQL(context)),
  ];
  if (names) {
    const all = newCompleteStrategy({ remote: names, maxMetricsMetadata: MOST_METADATA });
    sources.push(unlessDone(async (context) => onlyNames(context, await all.promQL(context))));
  }
  return sources;
}

/** Behind a bracket that closes, where an expression may end, operators are offered only when they are asked for. */
function unlessDone(source: CompletionSource): CompletionSource {
  const words = besidesVariables(source);
  return (context) => (!context.explicit && context.matchBefore(DONE) ? null : words(context));
}

/** The package answers with words and names in one; names have types of their own there. */
function onlyNames({ aborted }: CompletionContext, result: CompletionResult | null): CompletionResult | null {
  const options = result?.options.filter(({ type }) => type === 'constant' || type === 'text') ?? [];
  if (!result || aborted || options.length === 0) {
    return null;
  }
  // A list that was cut is asked anew as more is typed.
  return { ...result, options, ...(options.length >= MOST_NAMES && { validFor: undefined }) };
}
