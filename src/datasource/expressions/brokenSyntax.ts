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

/** Operators that are words, in any case; the last three are those of MetricsQL. They are names where an operand is wanted. */
const WORD_OPERATOR = /^(?:and|or|unless|atan2|default|if|ifnot)$/i;
/** What stands between an operator and its right side. */
const MODIFIER = /^(?:bool|on|ignoring|group_left|group_right)$/i;
/** Lists in brackets, with these before them, that an expression follows. */
const BEFORE_OPERAND = /^(?:on|ignoring|group_left|group_right|with)$/i;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** How the reading of an expression stands. */
interface Reading {
  readonly before?: Token;
  /** An operand has to come, or the end of a list that may be empty. */
  readonly wantsOperand: boolean;
  /** The operator that still lacks its right side. */
  readonly pending?: Token;
}

/** A bracket that is open, and how the reading stood before it. */
interface Open {
  readonly bracket: Token;
  readonly outside: Reading;
}

const START: Reading = { wantsOperand: true };

/**
 * What is broken in every dialect of PromQL, MetricsQL included: brackets and quotes without their other half, and
 * operators and commas with nothing on one side. In order of place.
 */
export function brokenSyntax(text: string): readonly BrokenPlace[] {
  const found: BrokenPlace[] = [];
  const open: Open[] = [];
  let reading = START;
  const mark = ({ from, to }: Token, message: string, isUnfinished = false) =>
    found.push({ from, to, message, isUnfinished });
  const isExpression = () => open.every(({ bracket }) => bracket.text === '(');
  for (const { index, 0: written } of text.matchAll(TOKEN)) {
    const token: Token = { text: written, from: index, to: index + written.length };
    if (written.startsWith('#')) {
      continue;
    }
    if (isOpenString(written)) {
      mark({ ...token, to: token.from + 1 }, `nothing ends the text that this ${written[0]} begins`, true);
    }
    let closed: Open | undefined;
    if (written in OPENING) {
      closed = open.pop();
      if (closed?.bracket.text !== OPENING[written]) {
        mark(
          token,
          closed
            ? `${CLOSING[closed.bracket.text]} was expected, not ${written}`
            : `no ${OPENING[written]} is open here`
        );
      }
    }
    if (isExpression() && isMisplaced(token, reading)) {
      const left = reading.pending ?? reading.before;
      mark(token, left ? `nothing stands between ${left.text} and ${written}` : `nothing stands before ${written}`);
    }
    if (written in CLOSING) {
      open.push({ bracket: token, outside: reading });
      reading = { before: token, wantsOperand: true };
    } else {
      reading = closed ? afterBrackets(token, closed) : after(token, reading, isExpression());
    }
  }
  if (reading.pending && isExpression()) {
    mark(reading.pending, `nothing stands behind ${reading.pending.text}`, true);
  }
  open.forEach(({ bracket }) => mark(bracket, `no ${CLOSING[bracket.text]} closes this ${bracket.text}`, true));
  return found.sort((one, other) => one.from - other.from);
}

/** An expression follows some lists in brackets; any other pair of brackets is the end of an operand. */
function afterBrackets(before: Token, { bracket, outside }: Open): Reading {
  const isBeforeOperand = bracket.text === '(' && BEFORE_OPERAND.test(outside.before?.text ?? '');
  return isBeforeOperand ? { ...outside, before, wantsOperand: true } : { before, wantsOperand: false };
}

function after(token: Token, { wantsOperand, pending }: Reading, isExpression: boolean): Reading {
  const { text } = token;
  if (!isExpression || text === ',') {
    return { before: token, wantsOperand: true };
  }
  if (OPERATOR.test(text) || (WORD_OPERATOR.test(text) && !wantsOperand)) {
    return { before: token, wantsOperand: true, pending: token };
  }
  return pending && MODIFIER.test(text)
    ? { before: token, wantsOperand: true, pending }
    : { before: token, wantsOperand: false };
}

function isOpenString(token: string): boolean {
  const [quote] = token;
  const ends = quote === '`' ? /^`[^`]*`$/ : /^(["'])(?:[^\\]|\\[^])*\1$/;
  return /["'`]/.test(quote) && !ends.test(token);
}

/** Whether a token cannot stand where an operand is wanted; signs can, and brackets and lists may be empty at their end. */
function isMisplaced({ text }: Token, { wantsOperand, pending }: Reading): boolean {
  if (!wantsOperand) {
    return false;
  }
  if (text === ',' || (OPERATOR.test(text) && text !== '-' && text !== '+')) {
    return true;
  }
  return text in OPENING && pending !== undefined;
}
