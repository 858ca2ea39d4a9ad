import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { getTemplateSrv } from '@grafana/runtime';

/** Variables of Grafana itself, with what each is. */
const INTERVALS: readonly Completion[] = Object.freeze([
  { label: '$__rate_interval', info: 'A window for rate that holds enough samples', boost: 2 },
  { label: '$__interval', info: 'The step between two points', boost: 1 },
  { label: '$__range', info: 'The time range of the dashboard' },
]);
const NUMBERS: readonly Completion[] = Object.freeze([
  { label: '$__interval_ms', info: 'The step between two points, in milliseconds' },
  { label: '$__range_s', info: 'The time range of the dashboard, in seconds' },
  { label: '$__range_ms', info: 'The time range of the dashboard, in milliseconds' },
]);

const BEGUN = /\$\{?\w*$|\$\{\w+:\w*$/;
const NAME = /^\w+$/;

/** Offers template variables behind a `$`; and, where `emptyWindow`, windows of time behind a bracket as well. */
export function variableCompletion({ emptyWindow }: { readonly emptyWindow: boolean }): CompletionSource {
  return (context) => {
    const begun = context.matchBefore(BEGUN);
    if (begun) {
      const isBraced = begun.text.startsWith('${');
      const all = [...INTERVALS, ...NUMBERS, ...dashboardVariables()];
      return offer(begun.from, isBraced ? all.map(braced) : all, behindBrace(context, isBraced));
    }
    return emptyWindow && context.matchBefore(/\[$/) ? offer(context.pos, INTERVALS, context.pos) : null;
  };
}

/** The same source, silent where a variable is being written. */
export function besidesVariables(source: CompletionSource): CompletionSource {
  return (context) => (context.matchBefore(BEGUN) ? null : source(context));
}

function offer(from: number, options: readonly Completion[], to: number): CompletionResult {
  return { from, to, options: options.map((each) => ({ ...each, type: 'variable' })), validFor: /^\$\{?\w*$/ };
}

function braced(option: Completion): Completion {
  return { ...option, label: `\${${option.label.slice(1)}}` };
}

/** Closing braces may have been written for the reader already. */
function behindBrace({ state, pos }: CompletionContext, isBraced: boolean): number {
  return isBraced && state.sliceDoc(pos, pos + 1) === '}' ? pos + 1 : pos;
}

function dashboardVariables(): readonly Completion[] {
  return getTemplateSrv()
    .getVariables()
    .filter(({ name }) => NAME.test(name))
    .map(({ name, label, type }) => ({ label: `$${name}`, detail: type, ...(label && { info: label }) }));
}
