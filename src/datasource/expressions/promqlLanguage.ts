import { forceParsing, LRLanguage } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { PromQLExtension } from '@prometheus-io/codemirror-promql';
import { AggregateExpr, FunctionCall, parser } from '@prometheus-io/lezer-promql';
import { brokenSyntax } from './brokenSyntax';
import { maskVariables } from './maskVariables';

const plain = parser.configure({ top: 'PromQL' });

/**
 * PromQL in which template variables may stand. A variable can end far from where it begins, so that nothing of an
 * earlier reading is taken over: expressions are short.
 */
export const PROMQL = LRLanguage.define({
  name: 'promql',
  parser: plain.configure({
    wrap: (_inner, input) => plain.startParse(maskVariables(input.read(0, input.length)).text),
  }),
  languageData: {
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
    commentTokens: { line: '#' },
  },
});

/** Names before an open bracket; and strings and comments, in which none is one. */
const CALLED = /#.*|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`[^`]*`|([A-Za-z_][\w:]*)(?=\s*\()/g;
/** Words of PromQL, other than functions, that brackets can follow. */
const KEYWORD = /^(?:by|without|on|ignoring|group_left|group_right|and|or|unless|atan2|bool|offset)$/i;

const MOST_PARSE_MS = 1_000;

const findProblems = new PromQLExtension().getLinter().promQL();

/**
 * What is wrong with an expression, as far as it is sure: what a variable could still make right is not told. An error
 * is broken in every dialect; what Prometheus alone would not read, such as functions of MetricsQL, is information.
 * While the field has the focus, a text that only ends too early has no mark.
 */
export async function promqlProblems(view: EditorView): Promise<readonly Diagnostic[]> {
  const text = view.state.doc.toString();
  if (text.trim() === '') {
    return [];
  }
  const { text: masked, unsure } = maskVariables(text);
  const broken = brokenSyntax(masked);
  if (broken.length > 0) {
    return broken
      .filter(({ isUnfinished }) => !isUnfinished || !view.hasFocus)
      .map(({ from, to, message }) => ({ from, to, message, severity: 'error' }));
  }
  const unknown = unknownNames(masked);
  // On a busy machine, the editor may have read no more than a part yet.
  forceParsing(view, text.length, MOST_PARSE_MS);
  const problems = unknown.length > 0 ? unknown : await findProblems.call(undefined, view);
  return problems
    .filter(({ from, to }) => !unsure.some((variable) => variable.from < to && from < variable.to))
    .map(({ from, to, message }) => ({ from, to, message, severity: 'info' }));
}

/** What is called and is no function or keyword of PromQL: behind it, its parser makes little of the text. */
function unknownNames(text: string): readonly Diagnostic[] {
  return Array.from(text.matchAll(CALLED), ({ index, 1: name }) => ({ from: index, name: name ?? '' }))
    .filter(({ name }) => name !== '' && !isPromqlWord(name))
    .map(({ from, name }): Diagnostic => ({
      from,
      to: from + name.length,
      severity: 'info',
      message: `it does not know "${name}"`,
    }));
}

function isPromqlWord(name: string): boolean {
  const read = plain.parse(`${name}(a)`).topNode.firstChild?.type.id;
  return read === FunctionCall || read === AggregateExpr || KEYWORD.test(name);
}
