import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  insertCompletionText,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { GRAPHITE_FUNCTIONS } from './graphiteFunctions';
import type { GraphiteNames } from './graphiteNames';
import { placeInTarget } from './graphitePlace';
import { besidesVariables, variableCompletion } from './variableCompletion';

const FUNCTIONS: readonly Completion[] = Object.entries(GRAPHITE_FUNCTIONS).flatMap(([group, names]) =>
  names.map((label) => ({ label, type: 'function', detail: group, apply: applyFunction }))
);

/** What can stand at the cursor of a Graphite target: functions, the next part of a path, tags and their values. */
export function graphiteCompletion(names: GraphiteNames | undefined): readonly CompletionSource[] {
  const variables = variableCompletion({ emptyWindow: false });
  const functions = besidesVariables((context) => {
    const place = placeInTarget(before(context));
    return place?.kind === 'path' && place.above === '' && isAsked(context, place.written)
      ? { from: context.pos - place.written.length, options: FUNCTIONS, validFor: /^\w*$/ }
      : null;
  });
  return names
    ? [variables, functions, besidesVariables((context) => namesAt(context, names))]
    : [variables, functions];
}

async function namesAt(context: CompletionContext, names: GraphiteNames): Promise<CompletionResult | null> {
  const place = placeInTarget(before(context));
  if (!place) {
    return null;
  }
  const from = context.pos - place.written.length;
  switch (place.kind) {
    case 'path': {
      if (place.above === '' && !isAsked(context, place.written)) {
        return null;
      }
      const parts = await names.partsBelow(place.above);
      const options = parts.map(({ text, expandable }): Completion => ({
        label: text,
        type: expandable ? 'namespace' : 'constant',
        ...(expandable && { apply: applyBranch }),
      }));
      return { from, options, validFor: /^[^\s.,(){}'"]*$/ };
    }
    case 'tag': {
      const options = (await names.tags()).map((label): Completion => ({
        label,
        type: 'property',
        apply: `${label}=`,
      }));
      return { from, options, validFor: /^[\w.-]*$/ };
    }
    case 'value': {
      const values = (await names.valuesOf(place.tag)).filter((value) => !/['"]/.test(value));
      return { from, options: values.map((label): Completion => ({ label, type: 'text' })), validFor: /^[^'"]*$/ };
    }
  }
}

function before({ state, pos }: CompletionContext): string {
  return state.sliceDoc(0, pos);
}

/** Nothing is offered in an empty place unless it is asked for. */
function isAsked({ explicit }: CompletionContext, written: string): boolean {
  return explicit || written !== '';
}

/** Leads on to the parts below. */
function applyBranch(view: EditorView, completion: Completion, from: number, to: number): void {
  const dot = view.state.sliceDoc(to, to + 1) === '.' ? '' : '.';
  view.dispatch({
    ...insertCompletionText(view.state, completion.label + dot, from, to),
    annotations: pickedCompletion.of(completion),
  });
  startCompletion(view);
}

/** Leads on to what is between the brackets. */
function applyFunction(view: EditorView, completion: Completion, from: number, to: number): void {
  const hasBracket = view.state.sliceDoc(to, to + 1) === '(';
  view.dispatch({
    changes: { from, to, insert: completion.label + (hasBracket ? '' : '()') },
    selection: { anchor: from + completion.label.length + 1 },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
  });
  startCompletion(view);
}
