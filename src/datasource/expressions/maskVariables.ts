import { writtenVariables, type WrittenVariable } from './templateVariables';

/** A text of PromQL in which template variables are replaced by what the language allows there, of the same length. */
export interface MaskedText {
  readonly text: string;
  /** Variables that could be anything, so that nothing that is found wrong around them is sure. */
  readonly unsure: readonly WrittenVariable[];
}

type Place = 'text' | 'duration' | 'time' | 'matcher' | 'anywhere';

/** The shortest matcher that can stand for a variable: `x=""`. */
const SHORTEST_MATCHER = 4;

/**
 * Replaces template variables, so that a parser of PromQL reads the rest of the text at its own places: `[$__interval]`
 * becomes `[1111111111s]`. A quick look at the brackets around tells what a variable stands for.
 */
export function maskVariables(text: string): MaskedText {
  const runs = joined(writtenVariables(text));
  if (runs.length === 0) {
    return { text, unsure: [] };
  }
  const places = placesOf(text, runs);
  let masked = '';
  let done = 0;
  runs.forEach(({ from, to }, index) => {
    masked += text.slice(done, from) + placeholder(text, { from, to }, places[index]);
    done = to;
  });
  return {
    text: masked + text.slice(done),
    unsure: runs.filter((_, index) => places[index] === 'anywhere' || places[index] === 'matcher'),
  };
}

/** Variables that touch become one: `${value}${unit}` is one duration. */
function joined(variables: readonly WrittenVariable[]): readonly WrittenVariable[] {
  const runs: WrittenVariable[] = [];
  for (const variable of variables) {
    const last = runs.at(-1);
    if (last?.to === variable.from) {
      runs[runs.length - 1] = { from: last.from, to: variable.to };
    } else {
      runs.push(variable);
    }
  }
  return runs;
}

/** Where each variable stands: within quotes, as a duration, as a time after `@`, as a matcher, or elsewhere. */
function placesOf(text: string, runs: readonly WrittenVariable[]): readonly Place[] {
  const places: Place[] = [];
  const open: string[] = [];
  let quote: string | undefined;
  let run = 0;
  for (let at = 0; at < text.length && run < runs.length; at++) {
    const { from, to } = runs[run];
    if (at === from) {
      places.push(quote === undefined ? placeAt(text, runs[run], open.at(-1)) : 'text');
      run++;
      at = to - 1;
      continue;
    }
    const character = text[at];
    if (quote !== undefined) {
      if (character === '\\' && quote !== '`') {
        at++;
      } else if (character === quote) {
        quote = undefined;
      }
    } else if (character === '#') {
      const end = text.indexOf('\n', at);
      const next = end < 0 ? text.length : end;
      for (; run < runs.length && runs[run].from < next; run++) {
        places.push('text');
      }
      at = next;
    } else if (/["'`]/.test(character)) {
      quote = character;
    } else if (/[([{]/.test(character)) {
      open.push(character);
    } else if (/[)\]}]/.test(character)) {
      open.pop();
    }
  }
  return runs.map((_, index) => places[index] ?? 'text');
}

function placeAt(text: string, { from, to }: WrittenVariable, bracket: string | undefined): Place {
  const before = text.slice(0, from).trimEnd();
  if (bracket === '[' || /\boffset\s*-?$/i.test(before)) {
    return 'duration';
  }
  if (before.endsWith('@')) {
    return 'time';
  }
  const standsAlone = /[{,]$/.test(before) && /^\s*[,}]/.test(text.slice(to));
  return bracket === '{' && standsAlone && to - from >= SHORTEST_MATCHER ? 'matcher' : 'anywhere';
}

function placeholder(text: string, { from, to }: WrittenVariable, place: Place): string {
  const length = to - from;
  switch (place) {
    case 'text':
      return text.slice(from, to);
    case 'duration':
      return /[a-z]/i.test(text[to] ?? '') ? '1'.repeat(length) : `${'1'.repeat(length - 1)}s`;
    case 'time':
      return '1'.repeat(length);
    case 'matcher':
      return `x="${'x'.repeat(length - SHORTEST_MATCHER)}"`;
    case 'anywhere':
      return 'x'.repeat(length);
  }
}
