import { LRLanguage, syntaxTree } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { PromQLExtension } from '@prometheus-io/codemirror-promql';
import { parser } from '@prometheus-io/lezer-promql';
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

const findProblems = new PromQLExtension().getLinter().promQL();

/** What is wrong with an expression, as far as it is sure: what a variable could still make right is not told. */
export async function promqlProblems(view: EditorView): Promise<readonly Diagnostic[]> {
  const text = view.state.doc.toString();
  if (text.trim() === '' || syntaxTree(view.state).length < text.length) {
    return [];
  }
  const { unsure } = maskVariables(text);
  const problems = await findProblems.call(undefined, view);
  return problems.filter(({ from, to }) => !unsure.some((variable) => variable.from < to && from < variable.to));
}
