import { computeLayout, quickPlacement } from '../core/layout';
import type { LayoutInput, LayoutName, LayoutOptions, LayoutResult } from '../core/model/layout';

/** What the client sends: one question, numbered. */
export interface LayoutRequest {
  readonly number: number;
  readonly name: LayoutName;
  readonly input: LayoutInput;
  readonly options: LayoutOptions;
  /** Whether a quick placement is of use until the layout is there. */
  readonly quick: boolean;
}

/** What the worker answers: the number of the question, and a quick placement, the result, or why there is none. */
export type LayoutAnswer =
  | { readonly number: number; readonly quick: LayoutResult }
  | { readonly number: number; readonly result: LayoutResult }
  | { readonly number: number; readonly problem: string };

/** The layout of fewer nodes is there so soon that a placement before it would only be one more movement. */
const LONG = 1_000;

/** The places to show until `answerLayout` is done, where that takes long. */
export function answerQuickly({ number, name, input, options, quick }: LayoutRequest): LayoutAnswer | undefined {
  if (!quick || input.ids.length < LONG) {
    return undefined;
  }
  try {
    return { number, quick: quickPlacement(name, input, options) };
  } catch {
    // The layout itself says what is wrong.
    return undefined;
  }
}

/** Answers one question; never throws, so that a worker always answers. */
export function answerLayout({ number, name, input, options }: LayoutRequest): LayoutAnswer {
  try {
    return { number, result: computeLayout(name, input, options) };
  } catch (error) {
    return { number, problem: error instanceof Error ? error.message : String(error) };
  }
}
