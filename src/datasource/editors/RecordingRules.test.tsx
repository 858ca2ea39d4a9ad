import { fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import type { QueryDefinition } from '../types';
import { RecordingRules } from './RecordingRules';

const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(a[$__rate_interval])' },
  mapping: { source: { label: 'from' }, target: { label: 'to' } },
};
const NARROWED: QueryDefinition = { ...MESH, id: 'narrowed', expressions: { requests: 'rate(a{s="$s"}[1m])' } };

function mount(definitions: readonly QueryDefinition[]) {
  const changes: Array<readonly QueryDefinition[]> = [];
  function Host() {
    const [current, setCurrent] = useState(definitions);
    return (
      <RecordingRules
        idPrefix="a"
        definitions={current}
        onChange={(changed) => {
          changes.push(changed);
          setCurrent(changed);
        }}
      />
    );
  }
  render(<Host />);
  return changes;
}

describe('RecordingRules', () => {
  it('shows the rules with a window of choice, and keeps the last window that is one', async () => {
    mount([MESH]);
    expect(await screen.findByDisplayValue(/expr: rate\(a\[2m\]\)/)).toHaveAccessibleName('Recording rules as YAML');
    const window = screen.getByLabelText('Window');
    fireEvent.change(window, { target: { value: '5m' } });
    fireEvent.blur(window);
    expect(await screen.findByDisplayValue(/expr: rate\(a\[5m\]\)/)).toBeInTheDocument();
    fireEvent.change(window, { target: { value: 'long' } });
    fireEvent.blur(window);
    expect(screen.getByDisplayValue(/expr: rate\(a\[5m\]\)/)).toBeInTheDocument();
  });

  it('switches to the recorded series and back', async () => {
    const changes = mount([MESH, NARROWED]);
    await screen.findByLabelText('Recording rules as YAML');
    fireEvent.click(screen.getByLabelText('Read the recorded series of mesh'));
    expect(changes.at(-1)).toEqual([{ ...MESH, recorded: true }, NARROWED]);
    fireEvent.click(screen.getByLabelText('Read the recorded series of mesh'));
    expect(changes.at(-1)).toEqual([MESH, NARROWED]);
  });

  it('says what cannot be recorded, and offers no switch for it', () => {
    mount([NARROWED, { ...MESH, id: 'off', hidden: true }]);
    expect(
      screen.getByText('narrowed cannot be recorded: it uses what only a dashboard knows: $s.')
    ).toBeInTheDocument();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Recording rules as YAML')).not.toBeInTheDocument();
  });
});
