import { render, screen } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import React, { useState } from 'react';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import { instanceSettings } from '../testSupport/fakeUpstream';
import { installDataSources, installIntersectionObserver } from '../testSupport/standIns';
import { TrafficDataSource } from '../TrafficDataSource';
import type { TrafficVariableQuery } from '../variables/variableQuery';
import { VariableEditor } from './VariableEditor';

function mount(query: unknown) {
  installIntersectionObserver();
  installDataSources([instanceSettings('prom', 'prometheus')]);
  const changes: TrafficVariableQuery[] = [];
  const datasource = new TrafficDataSource(instanceSettings('traffic', 'intuition-traffic-datasource', {}));
  function Host() {
    const [current, setCurrent] = useState(query as TrafficVariableQuery);
    return (
      <VariableEditor
        datasource={datasource}
        query={current}
        onChange={(changed) => {
          changes.push(changed);
          setCurrent(changed);
        }}
        onRunQuery={() => undefined}
      />
    );
  }
  render(<Host />);
  return { changes, user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

describe('VariableEditor', () => {
  it('begins with the services of the simulated company, and changes nothing by itself', () => {
    const { changes } = mount('');
    expect(screen.getByText('Services', { selector: 'div' })).toBeInTheDocument();
    expect(screen.getByLabelText('Definition simulated')).toBeInTheDocument();
    expect(changes).toEqual([]);
  });

  it('saves what is listed, of which service, and where it is read', async () => {
    const { changes, user } = mount('');
    await user.click(screen.getByLabelText('List'));
    await user.click(screen.getByText('Callers of'));
    await user.click(screen.getByLabelText(/^Service(?!s)/));
    await user.paste('$service');
    await user.keyboard('{Enter}');
    expect(changes.at(-1)).toEqual({
      refId: 'variable',
      list: 'callers',
      match: '$service',
      definitions: [SIMULATED_DEFINITION],
    });
    await user.click(screen.getByText('name of prom'));
    expect(changes.at(-1)?.definitions).toMatchObject([{ kind: 'prometheus', upstream: 'prom' }]);
    expect(changes.at(-1)).toMatchObject({ list: 'callers', match: '$service' });
  });

  it('shows text of another form as fields, and says what cannot be read', () => {
    mount('callees(cart.*) from istio');
    expect(screen.getByDisplayValue('cart.*')).toBeInTheDocument();
    expect(screen.getByText('Istio (HTTP, gRPC)')).toBeInTheDocument();
    mount('label_values(job)');
    expect(screen.getByText(/“label_values\(job\)” is no query for a variable/)).toBeInTheDocument();
  });
});
