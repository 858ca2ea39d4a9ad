import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ComponentType, useState } from 'react';
import type { ExpressionEditorProps } from '../expressions/ExpressionEditor';
import { loadExpressionEditor } from '../expressions/loadExpressionEditor';
import { ExpressionField } from './ExpressionField';

jest.mock('../expressions/loadExpressionEditor');
const load = jest.mocked(loadExpressionEditor);

/** Stands for the loaded editor: a field that hands on what it is given. */
function Loaded({ id, label, text, uid, onEdit, onCommit }: ExpressionEditorProps) {
  return (
    <div>
      <span>{`loaded for ${uid ?? 'nobody'}`}</span>
      <input
        id={id}
        aria-label={label}
        value={text}
        onChange={(event) => onEdit(event.currentTarget.value)}
        onBlur={(event) => onCommit(event.currentTarget.value)}
      />
    </div>
  );
}

/** The field as its owner holds it; `finish` ends the loading of the editor. */
function mount() {
  let finish: (editor: ComponentType<ExpressionEditorProps> | Error) => Promise<void> = async () => undefined;
  load.mockReturnValue(
    new Promise((resolve, reject) => {
      finish = (result) =>
        act(async () => {
          if (result instanceof Error) {
            reject(result);
          } else {
            resolve(result);
          }
        });
    })
  );
  const commits: string[] = [];
  function Owner() {
    const [value, setValue] = useState('rate(a[1m])');
    return (
      <ExpressionField
        id="requests"
        label="Requests"
        value={value}
        placeholder="up"
        kind="prometheus"
        upstream={{ kind: 'prometheus', uid: 'prom' }}
        onCommit={(text) => {
          commits.push(text);
          setValue(text);
        }}
      />
    );
  }
  render(<Owner />);
  const field = () => screen.getByLabelText<HTMLInputElement>('Requests');
  return { commits, field, finish: (result: ComponentType<ExpressionEditorProps> | Error) => finish(result) };
}

describe('an expression', () => {
  it('is a text area until its editor is loaded, and keeps what is in it', async () => {
    const { field, finish } = mount();
    expect(field().tagName).toBe('TEXTAREA');
    await finish(Loaded);
    expect(screen.getByText('loaded for prom')).toBeTruthy();
    expect(field().value).toBe('rate(a[1m])');
  });

  it('takes the text area away from nobody who writes in it', async () => {
    const { commits, field, finish } = mount();
    const user = userEvent.setup({ delay: null });
    await user.type(field(), ' * 2');
    await finish(Loaded);
    expect(field().tagName).toBe('TEXTAREA');
    expect(field().value).toBe('rate(a[1m]) * 2');
    await user.tab();
    await waitFor(() => expect(field().tagName).toBe('INPUT'));
    expect(field().value).toBe('rate(a[1m]) * 2');
    expect(commits).toEqual(['rate(a[1m]) * 2']);
  });

  it('stays a text area where its editor cannot be loaded, and is handed on at Ctrl+Enter', async () => {
    const { commits, field, finish } = mount();
    await finish(new Error('chunk lost'));
    fireEvent.change(field(), { target: { value: 'up' } });
    expect(commits).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    expect(commits).toEqual(['up']);
    fireEvent.blur(field());
    expect(commits).toEqual(['up']);
  });

  it('is handed on once when the loaded editor is left, and not at all where nothing changed', async () => {
    const { commits, field, finish } = mount();
    await finish(Loaded);
    fireEvent.blur(field());
    fireEvent.change(field(), { target: { value: 'up' } });
    fireEvent.blur(field());
    fireEvent.blur(field());
    expect(commits).toEqual(['up']);
  });
});
