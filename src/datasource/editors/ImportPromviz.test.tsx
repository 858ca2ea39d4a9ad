import { fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import type { QueryDefinition, TrafficQuery } from '../types';
import { emptyDefinition } from './changes';
import { ImportPromviz } from './ImportPromviz';

const MESH: QueryDefinition = {
  id: 'eu',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(a[1m])' },
  mapping: { source: { label: 'from' }, target: { label: 'to' } },
};
const CONFIGURATION = `
clusterLevel:
  - cluster: eu
    maxVolume: 5
    serviceConnections: [{ query: rps, source: { label: a }, target: { label: b } }]
`;

function mount(definitions: readonly QueryDefinition[]) {
  const changes: Array<Partial<TrafficQuery>> = [];
  function Host() {
    const [current, setCurrent] = useState(definitions);
    return (
      <ImportPromviz
        idPrefix="a"
        definitions={current}
        onChange={(change) => {
          changes.push(change);
          setCurrent(change.definitions ?? current);
        }}
      />
    );
  }
  render(<Host />);
  return changes;
}

function importText(text: string) {
  fireEvent.change(screen.getByLabelText('promviz configuration'), { target: { value: text } });
  fireEvent.click(screen.getByText('Import'));
}

describe('ImportPromviz', () => {
  it('takes the place of invented traffic and of what asks nothing yet, and adds up', async () => {
    const changes = mount([SIMULATED_DEFINITION, emptyDefinition('traffic', 'prometheus', '')]);
    importText(CONFIGURATION);
    expect(await screen.findByText('Took 1 definition.')).toBeInTheDocument();
    expect(screen.getByText('Left out: maxVolume.')).toBeInTheDocument();
    expect(changes).toEqual([
      { definitions: [expect.objectContaining({ id: 'eu', kind: 'prometheus' })], merge: 'sum' },
    ]);
    expect(screen.getByLabelText('promviz configuration')).toHaveValue('');
  });

  it('comes after definitions that are there, under names of its own, and leaves their merge rule', async () => {
    const hidden = { ...MESH, id: 'off', hidden: true };
    const changes = mount([MESH, hidden]);
    importText(CONFIGURATION);
    await screen.findByText('Took 1 definition.');
    expect(changes).toEqual([{ definitions: [MESH, hidden, expect.objectContaining({ id: 'eu 2' })] }]);
  });

  it('says what is wrong, and changes nothing', async () => {
    const changes = mount([MESH]);
    expect(screen.getByText('Import').closest('button')).toBeDisabled();
    importText('a: [');
    expect(await screen.findByText(/^This is no YAML/)).toBeInTheDocument();
    importText('clusterLevel: []');
    expect(await screen.findByText('There is no connection to take.')).toBeInTheDocument();
    expect(changes).toEqual([]);
    expect(screen.getByLabelText('promviz configuration')).toHaveValue('clusterLevel: []');
  });
});
