import { act, fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import type { WrittenRule } from '../../core/model/threshold';
import { installIntersectionObserver, installTemplates } from '../testSupport/standIns';
import { ThresholdsEditor } from './ThresholdsEditor';

beforeEach(() => {
  installIntersectionObserver();
  installTemplates((text) => text);
});

const ERRORS: WrittenRule = { scope: 'edge', metric: 'errorRatio', direction: 'above', warning: 0.01, danger: 0.05 };
const named = (...names: readonly string[]) => names.map((name): WrittenRule => ({ ...ERRORS, match: { name } }));

/** The editor as the query editor holds it: every change comes back as the next rules. */
function mount(start: readonly WrittenRule[]) {
  const changes: Array<readonly WrittenRule[]> = [];
  function Host() {
    const [rules, setRules] = useState(start);
    return (
      <ThresholdsEditor
        idPrefix="rules"
        rules={rules}
        hint=""
        onChange={(changed) => {
          changes.push(changed);
          setRules(changed);
        }}
      />
    );
  }
  render(<Host />);
  return changes;
}

/** Presses an icon as the keyboard does, which is on it. */
function press(name: string) {
  const button = screen.getByLabelText(name);
  act(() => button.focus());
  fireEvent.click(button);
}

function choose(label: string, option: string) {
  fireEvent.keyDown(screen.getByLabelText(label), { key: 'ArrowDown' });
  fireEvent.click(screen.getByText(option));
}

const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

describe('ThresholdsEditor', () => {
  it('T28: takes back limits that mean nothing in the unit of another metric', () => {
    const changes = mount([ERRORS]);
    choose('Metric of threshold 1', 'Latency p95');
    expect(changes.at(-1)).toStrictEqual([{ scope: 'edge', metric: 'p95', direction: 'above' }]);
    expect(screen.getByText(/Threshold 1 is ignored: it has no limit/)).toBeInTheDocument();
  });

  it('T28: offers metrics of services where there are some', () => {
    const changes = mount([ERRORS]);
    fireEvent.keyDown(screen.getByLabelText('Metric of threshold 1'), { key: 'ArrowDown' });
    expect(screen.queryByText('Saturation')).toBeNull();
    fireEvent.keyDown(screen.getByLabelText('Metric of threshold 1'), { key: 'Escape' });
    choose('Scope of threshold 1', 'Services');
    choose('Metric of threshold 1', 'Saturation');
    expect(changes.at(-1)).toStrictEqual([{ ...ERRORS, scope: 'node', metric: 'saturation' }]);
  });

  it('adds labels to match by, takes them away, and leaves nothing behind', () => {
    const changes = mount(named('web'));
    const write = (label: string, value: string) => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
      fireEvent.blur(screen.getByLabelText(label));
    };
    press('Add label to threshold 1');
    expect(screen.getByText(/Threshold 1 is ignored: it matches on a label without a name/)).toBeInTheDocument();
    write('Label 1 of threshold 1', ' team ');
    write('Values of label 1 of threshold 1', 'payments|core');
    press('Add label to threshold 1');
    write('Label 2 of threshold 1', 'version');
    expect(changes.at(-1)?.[0].match).toEqual({
      name: 'web',
      labels: [
        { label: 'team', match: 'payments|core' },
        { label: 'version', match: '.+' },
      ],
    });
    expect(screen.queryByText(/is ignored/)).toBeNull();
    press('Remove label 2 of threshold 1');
    expect(focused()).toBe('Remove label 1 of threshold 1');
    press('Remove label 1 of threshold 1');
    expect(focused()).toBe('Add label to threshold 1');
    expect(changes.at(-1)).toStrictEqual(named('web'));
    press('Add label to threshold 1');
    write('named of threshold 1', '');
    press('Remove label 1 of threshold 1');
    expect(changes.at(-1)).toStrictEqual([ERRORS]);
  });

  it('keeps the keyboard on a rule that moves, and in the list when one goes', () => {
    const changes = mount(named('a', 'b'));
    press('Try threshold 1 later');
    expect(changes.at(-1)?.map(({ match }) => match?.name)).toEqual(['b', 'a']);
    expect(focused()).toBe('Try threshold 2 earlier');
    press('Remove threshold 2');
    expect(focused()).toBe('Remove threshold 1');
    press('Remove threshold 1');
    expect(changes.at(-1)).toEqual([]);
    expect(focused()).toBe('Add threshold');
  });
});
