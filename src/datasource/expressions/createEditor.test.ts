import { completionStatus, startCompletion } from '@codemirror/autocomplete';
import { undo } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { createTheme } from '@grafana/data';
import { fireEvent } from '@testing-library/react';
import { installTemplates } from '../testSupport/standIns';
import { createEditor, type EditorSettings } from './createEditor';
import { editorTheme } from './editorTheme';
import { type ExpressionLanguage, expressionLanguage } from './expressionLanguage';

const SETTINGS: EditorSettings = {
  id: 'requests',
  label: 'Requests',
  placeholder: 'up',
  language: expressionLanguage('prometheus', undefined),
  theme: editorTheme(createTheme()),
};

function mount(text: string, settings = SETTINGS) {
  const parent = document.body.appendChild(document.createElement('div'));
  const edits: string[] = [];
  const commits: string[] = [];
  const editor = createEditor(parent, text, settings, {
    onEdit: (edited) => edits.push(edited),
    onCommit: (done) => commits.push(done),
    onProblem: () => undefined,
  });
  const content = parent.querySelector<HTMLElement>('[role="textbox"]')!;
  const view = EditorView.findFromDOM(content)!;
  const type = (typed: string) => view.dispatch(view.state.replaceSelection(typed));
  return { editor, content, view, edits, commits, type };
}

beforeEach(() => installTemplates((text) => text));

afterEach(() => document.body.replaceChildren());

describe('the editor of an expression', () => {
  it('is a text field with a name, an example and a description', () => {
    const { editor, content } = mount('');
    expect(content.getAttribute('aria-label')).toBe('Requests');
    expect(content.getAttribute('aria-multiline')).toBe('true');
    expect(content.id).toBe('requests');
    expect(content.textContent).toBe('up');
    expect(content.getAttribute('aria-describedby')).toBeNull();
    editor.configure({ ...SETTINGS, describedBy: 'problem' });
    expect(content.getAttribute('aria-describedby')).toBe('problem');
  });

  it('tells each edit, and hands on at Ctrl+Enter and when it is left', () => {
    const { content, edits, commits, type } = mount('');
    type('up');
    expect(edits).toEqual(['up']);
    expect(commits).toEqual([]);
    fireEvent.keyDown(content, { key: 'Enter', ctrlKey: true });
    expect(commits).toEqual(['up']);
    fireEvent.blur(content);
    expect(commits).toEqual(['up', 'up']);
  });

  it('takes a text from its owner without telling it back, and with the cursor where it was', () => {
    const { editor, view, edits } = mount('rate(a[1m])');
    view.dispatch({ selection: { anchor: 6 } });
    editor.setText('rate(a[15m]) * 2');
    expect(view.state.doc.toString()).toBe('rate(a[15m]) * 2');
    expect(view.state.selection.main.anchor).toBe(6);
    expect(edits).toEqual([]);
    undo(view);
    expect(view.state.doc.toString()).toBe('rate(a[15m]) * 2');
  });

  it('lets Tab go on, and keeps Escape from Grafana', () => {
    const { content } = mount('up');
    const onKeyDown = jest.fn();
    document.addEventListener('keydown', onKeyDown);
    content.focus();
    expect(fireEvent.keyDown(content, { key: 'Tab' })).toBe(true);
    expect(onKeyDown).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(content, { key: 'Escape' });
    expect(onKeyDown).toHaveBeenCalledTimes(1);
    expect(document.activeElement).not.toBe(content);
    document.removeEventListener('keydown', onKeyDown);
  });

  it('opens no list of completions once it is left', () => {
    const never: ExpressionLanguage = { ...SETTINGS.language, completion: [() => new Promise(() => undefined)] };
    const { content, view } = mount('', { ...SETTINGS, language: never });
    content.focus();
    startCompletion(view);
    expect(completionStatus(view.state)).toBe('pending');
    fireEvent.blur(content);
    expect(completionStatus(view.state)).toBeNull();
  });

  it('sets template variables apart in both languages', () => {
    const marked = (root: HTMLElement) => Array.from(root.querySelectorAll('.cm-variable'), (each) => each.textContent);
    expect(marked(mount('rate(a{b="$c"}[$__rate_interval])').content)).toEqual(['$c', '$__rate_interval']);
    const graphite = { ...SETTINGS, language: expressionLanguage('graphite', undefined) };
    expect(marked(mount('stats.${env}.[[host]].rate', graphite).content)).toEqual(['${env}', '[[host]]']);
  });
});
