import { act, fireEvent, render, screen, within } from '@testing-library/react';
import React, { useState, type ComponentType } from 'react';
import type { StandardEditorProps } from '@grafana/data';
import type { WrittenRule } from '../../core/model/threshold';
import { readRules } from './thresholdRules';
import { KindRulesEditor } from './KindRulesEditor';
import { RuleListEditor } from './RuleListEditor';

/** An editor as the options pane holds it: every change comes back as the next value. */
function mount<Value>(Editor: ComponentType<StandardEditorProps<Value>>, start: unknown): readonly Value[] {
  const changes: Value[] = [];
  function Host() {
    const [value, setValue] = useState(start as Value);
    return (
      <Editor
        value={value}
        onChange={(changed) => {
          changes.push(changed as Value);
          setValue(changed as Value);
        }}
        context={{ data: [], replaceVariables: (text) => text }}
        item={{ id: 'rules', name: 'Rules' }}
      />
    );
  }
  render(<Host />);
  return changes;
}

/** Presses an icon as the keyboard does, which is on it. */
function press(name: string) {
  const button = screen.getByRole('button', { name });
  act(() => button.focus());
  fireEvent.click(button);
}

const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

const RULE: WrittenRule = { scope: 'node', metric: 'errorRatio', direction: 'above', warning: 0.01 };
const named = (...names: readonly string[]) => names.map((name): WrittenRule => ({ ...RULE, match: { name } }));
const namesIn = (rules: readonly WrittenRule[] | undefined) => rules?.map(({ match }) => match?.name);

describe('the list of rules', () => {
  it('has a label for every field, with the words that stand beside it', () => {
    mount(RuleListEditor, [{ ...RULE, scope: 'edge', metric: 'classRatio' }]);
    const rule = within(screen.getByRole('group', { name: 'Rule 1' }));
    const labels = rule.getAllByText(/./, { selector: 'label[for]' }).filter(({ className }) => className === '');
    expect(labels.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['For', 'Named', 'In group', 'Kind', 'Protocol', 'Seen in', 'Metric', 'Class', 'Hold'])
    );
    for (const label of labels) {
      const field = document.getElementById(label.getAttribute('for') ?? '');
      expect(field?.getAttribute('aria-label')).toBe(`Rule 1: ${label.textContent}`);
    }
  });

  it('stores what each field says', () => {
    const changes = mount<readonly WrittenRule[]>(RuleListEditor, []);
    press('Add rule');
    const write = (field: string, value: string) =>
      fireEvent.change(screen.getByLabelText(`Rule 1: ${field}`, { exact: true }), { target: { value } });
    write('Named', 'checkout.*');
    write('In group', 'eu/.*');
    write('Kind', 'database');
    write('Seen in', 'mesh');
    write('Warning', '2');
    write('Danger', '250ms');
    expect(screen.getByLabelText('Rule 1: Danger')).toHaveAttribute('aria-invalid', 'true');
    write('Danger', '7,5 %');
    write('Hold', '60');
    write('Clear by', '20');
    fireEvent.click(screen.getByLabelText('Below'));
    expect(changes.at(-1)).toEqual([
      {
        scope: 'node',
        metric: 'errorRatio',
        direction: 'below',
        match: { name: 'checkout.*', group: 'eu/.*', kind: 'database', definition: 'mesh' },
        warning: 0.02,
        danger: 0.075,
        holdSeconds: 60,
        clearMargin: 0.2,
      },
    ]);
  });

  it('keeps the keyboard on a rule that moves, and in the list when one goes', () => {
    const changes = mount<readonly WrittenRule[]>(RuleListEditor, named('a', 'b', 'c'));
    press('Try rule 3 earlier');
    expect(namesIn(changes.at(-1))).toEqual(['a', 'c', 'b']);
    expect(focused()).toBe('Try rule 2 earlier');
    press('Try rule 2 earlier');
    expect(focused()).toBe('Try rule 1 later');
    press('Remove rule 3');
    expect(namesIn(changes.at(-1))).toEqual(['c', 'a']);
    expect(focused()).toBe('Remove rule 2');
    press('Remove rule 1');
    expect(focused()).toBe('Remove rule 1');
    press('Remove rule 1');
    expect(focused()).toBe('Add rule');
  });

  it('adds labels to match by, takes them away, and keeps the keyboard there', () => {
    const changes = mount<readonly WrittenRule[]>(RuleListEditor, [RULE]);
    press('Add label to rule 1');
    expect(screen.getByRole('alert')).toHaveTextContent(/on a label without a name/);
    const write = (field: string, value: string) =>
      fireEvent.change(screen.getByLabelText(`Rule 1: ${field}`, { exact: true }), { target: { value } });
    write('Label 1', 'team');
    write('Label 1 matches', 'pay.*');
    expect(screen.queryByRole('alert')).toBeNull();
    press('Add label to rule 1');
    write('Label 2', 'version');
    expect(changes.at(-1)).toEqual([
      {
        ...RULE,
        match: {
          labels: [
            { label: 'team', match: 'pay.*' },
            { label: 'version', match: '.+' },
          ],
        },
      },
    ]);
    press('Remove label 1 of rule 1');
    expect(focused()).toBe('Remove label 1 of rule 1');
    expect(screen.getByLabelText('Rule 1: Label 1', { exact: true })).toHaveValue('version');
    press('Remove label 1 of rule 1');
    expect(focused()).toBe('Add label to rule 1');
    expect(JSON.parse(JSON.stringify(changes.at(-1)))).toEqual([RULE]);
  });

  it('names the label of each matcher, and says what is wrong with its pattern', () => {
    mount(RuleListEditor, [{ ...RULE, match: { labels: [{ label: 'team', match: '(' }] } }]);
    const field = screen.getByLabelText('Rule 1: Label 1', { exact: true });
    expect(document.querySelector(`label[for="${field.id}"]`)).toHaveTextContent('Label 1');
    expect(screen.getByRole('alert')).toHaveTextContent('"(" is no valid regular expression');
  });

  it('leaves out what is no rule', () => {
    expect(readRules([null, RULE, 'x'])).toEqual([RULE]);
    expect(readRules({ rules: [] })).toEqual([]);
    mount(RuleListEditor, [null, { ...RULE, metric: 'luck' }]);
    expect(screen.getByRole('alert')).toHaveTextContent('This rule is ignored: "luck" is no metric.');
  });
});

describe('the list of kind rules', () => {
  it('moves and removes rules, and keeps the keyboard with them', () => {
    const changes = mount<ReadonlyArray<{ pattern: string }>>(KindRulesEditor as never, [
      { pattern: '.*-db', kind: 'database' },
      { pattern: '(', kind: 'cache' },
    ]);
    expect(screen.getByRole('alert')).toHaveTextContent('Not used: "(" is no valid regular expression.');
    expect(screen.getByLabelText('Kind rule 2: services')).toHaveAttribute('aria-invalid', 'true');
    press('Try kind rule 1 later');
    expect(changes.at(-1)?.map(({ pattern }) => pattern)).toEqual(['(', '.*-db']);
    expect(focused()).toBe('Try kind rule 2 earlier');
    press('Remove kind rule 2');
    press('Remove kind rule 1');
    expect(changes.at(-1)).toEqual([]);
    expect(focused()).toBe('Add kind rule');
  });
});
