import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from '@codemirror/view';
import { writtenVariables } from './templateVariables';

const MARK = Decoration.mark({ class: 'cm-variable' });

function marksOf({ state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of writtenVariables(state.doc.toString())) {
    builder.add(from, to, MARK);
  }
  return builder.finish();
}

/** Sets template variables apart, whatever the language around them makes of them. */
export const MARKED_VARIABLES: Extension = ViewPlugin.define(
  (view) => {
    let marks = marksOf(view);
    return {
      get marks() {
        return marks;
      },
      update: ({ docChanged, view: updated }) => {
        marks = docChanged ? marksOf(updated) : marks;
      },
    };
  },
  { decorations: ({ marks }) => marks }
);
