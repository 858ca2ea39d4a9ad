import { act, fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { AddButton, MoveButtons, RemoveButton } from './ListButtons';
import { useEditedList } from './useEditedList';

function List({ start, refuses = false }: { readonly start: readonly string[]; readonly refuses?: boolean }) {
  const [items, setItems] = useState(start);
  const { rows, addId, add } = useEditedList('list', items, (changed) => !refuses && setItems(changed));
  return (
    <>
      {rows.map((row) => (
        <div key={row.id}>
          <input
            id={row.id}
            aria-label={`Item ${row.number}`}
            value={row.item}
            onChange={(event) => row.replace(event.currentTarget.value)}
          />
          <MoveButtons row={row} up={`${row.item} up`} down={`${row.item} down`} />
          <RemoveButton row={row} tooltip={`Remove ${row.item}`} />
        </div>
      ))}
      <AddButton id={addId} onClick={() => add('new')}>
        Add
      </AddButton>
    </>
  );
}

const items = () => screen.queryAllByRole('textbox').map((field) => (field as HTMLInputElement).value);
const focused = () => document.activeElement?.id;

/** Presses a button as the keyboard does, which is on it. */
function press(name: string) {
  const button = screen.getByRole('button', { name });
  act(() => button.focus());
  fireEvent.click(button);
}

describe('useEditedList', () => {
  it('adds, replaces, moves and removes by place, also items that are alike', () => {
    render(<List start={['a', 'a']} />);
    press('Add');
    expect(items()).toEqual(['a', 'a', 'new']);
    fireEvent.change(screen.getByLabelText('Item 2'), { target: { value: 'b' } });
    expect(items()).toEqual(['a', 'b', 'new']);
    press('new up');
    expect(items()).toEqual(['a', 'new', 'b']);
    press('a down');
    expect(items()).toEqual(['new', 'a', 'b']);
    press('Remove a');
    expect(items()).toEqual(['new', 'b']);
  });

  it('goes with a row that moves: on the same button, or at an end on the one that leads back', () => {
    render(<List start={['a', 'b', 'c']} />);
    press('c up');
    expect(focused()).toBe('list-1-up');
    press('c up');
    expect(items()).toEqual(['c', 'a', 'b']);
    expect(focused()).toBe('list-0-down');
    press('a down');
    expect(focused()).toBe('list-2-up');
  });

  it('stays in the list when a row goes: on what follows, else on what is before, else where one is added', () => {
    render(<List start={['a', 'b', 'c']} />);
    press('Remove b');
    expect(focused()).toBe('list-1-remove');
    press('Remove c');
    expect(focused()).toBe('list-0-remove');
    press('Remove a');
    expect(focused()).toBe('list-add');
  });

  it('leaves the keyboard where it is while the list stays the same', () => {
    render(<List start={['a', 'b']} refuses />);
    press('Remove b');
    expect(items()).toEqual(['a', 'b']);
    expect(focused()).toBe('list-1-remove');
  });
});
