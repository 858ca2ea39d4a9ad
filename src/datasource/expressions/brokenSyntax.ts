/** A place in a text that no dialect of PromQL reads. */
export interface BrokenPlace {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** The text only ends too early: whoever is still writing may know it. */
  readonly isUnfinished: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Comments, strings (the last of which may be open), brackets, commas, operators, and what they stand between. */
const TOKEN =
  /#.*|"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|`[^`]*(?:`|$)|[()[\]{},]|[=!]~|[=!<>]=|<\/|>\/|[-+*/%^<>=@]|[^\s()[\]{},+*/%^<>=@!"'`#-]+|\S/g;
const OPERATOR = /^(?:[=!]~|[=!<>]=|<\/|>\/|[-+*/%^<>=@])$/;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What is broken in every dialect of PromQL, MetricsQL included: brackets and quotes without their other half, and
 * operators and commas with nothing on one side. In order of place.
 */
export function brokenSyntax(text: string): readonly BrokenPlace[] {
  const found: BrokenPlace[] = [];
  const open: Token[] = [];
  let before: Token | undefined;
  const mark = ({ from, to }: Token, message: string, isUnfinished = false) =>
    found.push({ from, to, message, isUnfinished });
  for (const { index, 0: written } of text.matchAll(TOKEN)) {
    const token: Token = { text: written, from: index, to: index + written.length };
    if (written.startsWith('#')) {
      continue;
    }
    if (isOpenString(written)) {
      mark({ ...token, to: token.from + 1 }, `nothing ends the text that this ${written[0]} begins`, true);
    }
    if (written in OPENING) {
      const last = open.at(-1);
      if (last?.text !== OPENING[written]) {
        mark(
          token,
          last ? `${CLOSING[last.text]} was expected, not ${written}` : `no ${OPENING[written]} is open here`
        );
      }
      open.pop();
    }
    const isExpression = open.every((bracket) => bracket.text === '(');
    if (isExpression && wantsOperand(before) && isMisplaced(token, before)) {
      mark(token, before ? `nothing stands between ${before.text} and ${written}` : `nothing stands before ${written}`);
    }
    if (written in CLOSING) {
      open.push(token);
    }
    before = token;
  }
  if (before && OPERATOR.test(before.text) && open.every((bracket) => bracket.text === '(')) {
    mark(before, `nothing stands behind ${before.text}`, true);
  }
  open.forEach((bracket) => mark(bracket, `no ${CLOSING[bracket.text]} closes this ${bracket.text}`, true));
  return found.sort((one, other) => one.from - other.from);
}

function isOpenString(token: string): boolean {
  const [quote] = token;
  const ends = quote === '`' ? /^`[^`]*`$/ : /^(["'])(?:[^\\]|\\[^])*\1$/;
  return /["'`]/.test(quote) && !ends.test(token);
}

/** Behind the start of the text, an open bracket, a comma or an operator. */
function wantsOperand(before: Token | undefined): boolean {
  return before === undefined || /^[([{,]$/.test(before.text) || OPERATOR.test(before.text);
}

/** Whether a token cannot stand where an operand is wanted; signs can, and brackets and lists may be empty at their end. */
function isMisplaced({ text }: Token, before: Token | undefined): boolean {
  if (text === ',' || (OPERATOR.test(text) && text !== '-' && text !== '+')) {
    return true;
  }
  return text in OPENING && before !== undefined && OPERATOR.test(before.text);
}
