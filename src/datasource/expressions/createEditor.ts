import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, forEachDiagnostic, nextDiagnostic, setDiagnosticsEffect } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Extension, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import type { ExpressionLanguage } from './expressionLanguage';
import { MARKED_VARIABLES } from './markVariables';
import { placeOfHelp } from './placeOfHelp';

/** What the owner of an editor is told. */
export interface EditorEvents {
  readonly onEdit: (text: string) => void;
  /** The text is done: the field was left, or Ctrl+Enter pressed. */
  readonly onCommit: (text: string) => void;
  /** What is wrong with the text, the worst and first of it, once it was looked at; undefined where nothing is. */
  readonly onProblem: (problem: Problem | undefined) => void;
}

/** Something that is wrong with a text: an error in every dialect, or no more than what some would not read. */
export type Problem = Pick<Diagnostic, 'message' | 'severity'>;

export interface EditorSettings {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** Ids of what describes the field. */
  readonly describedBy?: string;
  readonly language: ExpressionLanguage;
  readonly theme: Extension;
}

export interface ExpressionView {
  readonly focus: () => void;
  /** Puts a text in place of that which is there; the cursor stays where the two are the same. */
  readonly setText: (text: string) => void;
  readonly configure: (settings: EditorSettings) => void;
  readonly dispose: () => void;
}

const fromOutside = Annotation.define<boolean>();

/** Makes an editor within an element. */
export function createEditor(
  parent: HTMLElement,
  text: string,
  settings: EditorSettings,
  events: EditorEvents
): ExpressionView {
  const compartment = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [fixed(events, parent.ownerDocument), compartment.of(changing(settings))],
    }),
  });
  return {
    focus: () => view.focus(),
    setText: (wanted) => replaceText(view, wanted),
    configure: (changed) => view.dispatch({ effects: compartment.reconfigure(changing(changed)) }),
    dispose: () => view.destroy(),
  };
}

function fixed({ onEdit, onCommit, onProblem }: EditorEvents, { body }: Document): Extension {
  const commit = (view: EditorView) => {
    onCommit(view.state.doc.toString());
    return true;
  };
  // Grafana leaves the panel's editor on Escape, unless it is pressed in a text field: that is left instead.
  const leave = (view: EditorView) => {
    view.contentDOM.blur();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: commit }])),
    keymap.of([...closeBracketsKeymap, ...historyKeymap, { key: 'F8', run: nextDiagnostic }, ...defaultKeymap]),
    Prec.lowest(keymap.of([{ key: 'Escape', run: leave }])),
    // Before the keys, one of which closes the list of completions.
    Prec.highest(
      EditorView.domEventHandlers({
        keydown: (event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
          }
        },
      })
    ),
    EditorView.domEventHandlers({
      blur: (_, view) => {
        commit(view);
        // A list that is still to come would open over the next field.
        if (completionStatus(view.state) === 'pending') {
          closeCompletion(view);
        }
      },
    }),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      if (docChanged && !transactions.some((transaction) => transaction.annotation(fromOutside))) {
        onEdit(state.doc.toString());
      }
      if (transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnosticsEffect)))) {
        onProblem(worstProblem(state));
      }
    }),
    history(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    // Grafana's scrolling boxes would cut it off.
    tooltips({ position: 'fixed', parent: body }),
    MARKED_VARIABLES,
  ];
}

function changing({ id, label, placeholder: example, describedBy, language, theme }: EditorSettings): Extension {
  return [
    theme,
    language.extension,
    Prec.high(keymap.of(completionKeymap)),
    autocompletion({
      override: [...language.completion],
      defaultKeymap: false,
      icons: false,
      positionInfo: (view, list, option, help, space) => {
        const textTop = view.coordsAtPos(view.state.selection.main.head)?.top ?? list.top;
        return placeOfHelp(list, option, help, space, textTop);
      },
    }),
    placeholder(example),
    EditorView.contentAttributes.of({
      id,
      'aria-label': label,
      ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    }),
  ];
}

function worstProblem(state: EditorState): Problem | undefined {
  const found: Problem[] = [];
  forEachDiagnostic(state, ({ message, severity }) => found.push({ message, severity }));
  return found.find(({ severity }) => severity === 'error') ?? found[0];
}

function replaceText(view: EditorView, wanted: string): void {
  const present = view.state.doc.toString();
  if (present === wanted) {
    return;
  }
  const most = Math.min(present.length, wanted.length);
  let start = 0;
  while (start < most && present[start] === wanted[start]) {
    start++;
  }
  let end = 0;
  while (end < most - start && present[present.length - 1 - end] === wanted[wanted.length - 1 - end]) {
    end++;
  }
  view.dispatch({
    changes: { from: start, to: present.length - end, insert: wanted.slice(start, wanted.length - end) },
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
  });
}
