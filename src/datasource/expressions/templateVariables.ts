/** A template variable as it stands in a text: `$name`, `${name:format}` or `[[name]]`. */
export interface WrittenVariable {
  readonly from: number;
  readonly to: number;
}

const WRITTEN = /\$\w+|\$\{\w+(?:\.[^:^}]+)?(?::[^}]+)?\}|\[\[\w+?(?::\w+)?\]\]/g;

/** The template variables of a text, in order. */
export function writtenVariables(text: string): readonly WrittenVariable[] {
  return Array.from(text.matchAll(WRITTEN), ({ index, 0: written }) => ({ from: index, to: index + written.length }));
}

/** Whether a text holds a template variable, so that what it will be is not known yet. */
export function holdsVariable(text: string): boolean {
  return writtenVariables(text).length > 0;
}
