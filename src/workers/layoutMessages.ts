import { computeLayout } from '../core/layout';
import type { LayoutInput, LayoutName, LayoutOptions, LayoutResult } from '../core/model/layout';

/** What the client sends: one question, numbered. */
export interface LayoutRequest {
  readonly number: number;
  readonly name: LayoutName;
  readonly input: LayoutInput;
  readonly options: LayoutOptions;
}

/** What the worker answers: the number of the question, and a result or why there is none. */
export type LayoutAnswer =
  { readonly number: number; readonly result: LayoutResult } | { readonly number: number; readonly problem: string };

/** Answers one question; never throws, so that a worker always answers. */
export function answerLayout({ number, name, input, options }: LayoutRequest): LayoutAnswer {
  try {
    return { number, result: computeLayout(name, input, options) };
  } catch (error) {
    return { number, problem: error instanceof Error ? error.message : String(error) };
  }
}
