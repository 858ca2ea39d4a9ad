import type { DataSourceSettings } from '@grafana/data';
import { fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { instanceSettings } from '../testSupport/fakeUpstream';
import { installDataSources, installIntersectionObserver } from '../testSupport/standIns';
import type { TrafficJsonData } from '../types';
import { ConfigEditor } from './ConfigEditor';

const EXISTING = [instanceSettings('prom', 'prometheus'), instanceSettings('carbon', 'graphite')];

function mount(jsonData: TrafficJsonData) {
  const changes: TrafficJsonData[] = [];
  function Host() {
    const [options, setOptions] = useState<DataSourceSettings<TrafficJsonData>>({
      id: 1,
      uid: 'traffic',
      orgId: 1,
      name: 'Traffic',
      typeLogoUrl: '',
      type: 'intuition-traffic-datasource',
      typeName: 'Traffic Intuition',
      access: 'proxy',
      url: '',
      user: '',
      database: '',
      basicAuth: false,
      basicAuthUser: '',
      isDefault: false,
      secureJsonFields: {},
      readOnly: false,
      withCredentials: false,
      jsonData,
    });
    return (
      <ConfigEditor
        options={options}
        onOptionsChange={(changed) => {
          changes.push(changed.jsonData);
          setOptions(changed);
        }}
      />
    );
  }
  render(<Host />);
  return changes;
}

function enter(label: RegExp, text: string) {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}

describe('ConfigEditor', () => {
  beforeEach(() => {
    installIntersectionObserver();
    installDataSources(EXISTING);
  });

  it('opens on settings that cannot be read', () => {
    const changes = mount({ upstreams: 'prom', resolution: 30 } as unknown as TrafficJsonData);
    enter(/Steps/, '40');
    expect(changes).toEqual([{ resolution: 40 }]);
  });

  it('adds an existing data source, and offers it no more', () => {
    const changes = mount({ upstreams: [{ kind: 'graphite', uid: 'carbon' }] });
    fireEvent.keyDown(screen.getByLabelText(/^Add a data source/), { key: 'ArrowDown' });
    expect(screen.queryByText('name of carbon')).not.toBeInTheDocument();
    fireEvent.click(screen.getByText('name of prom'));
    expect(changes).toEqual([
      {
        upstreams: [
          { kind: 'graphite', uid: 'carbon' },
          { kind: 'prometheus', uid: 'prom' },
        ],
      },
    ]);
  });

  it('orders and removes data sources by name, and names those that are gone', () => {
    const changes = mount({
      upstreams: [
        { kind: 'graphite', uid: 'carbon' },
        { kind: 'prometheus', uid: 'gone' },
      ],
    });
    expect(screen.getByText('gone (no longer in this Grafana)')).toBeInTheDocument();
    fireEvent.click(screen.getByLabelText('Prefer gone more'));
    expect(changes.at(-1)?.upstreams?.map(({ uid }) => uid)).toEqual(['gone', 'carbon']);
    fireEvent.click(screen.getByLabelText('Prefer gone less'));
    expect(changes.at(-1)?.upstreams?.map(({ uid }) => uid)).toEqual(['carbon', 'gone']);
    fireEvent.click(screen.getByLabelText('Remove name of carbon'));
    expect(changes.at(-1)?.upstreams).toEqual([{ kind: 'prometheus', uid: 'gone' }]);
  });

  it('takes positive defaults, and goes back to its own without one', () => {
    const changes = mount({});
    enter(/^Steps/, '120.7');
    enter(/^Timeout/, '5');
    expect(changes.at(-1)).toEqual({ resolution: 120, timeoutSeconds: 5 });
    enter(/^Timeout/, '-3');
    expect(changes.at(-1)).toEqual({ resolution: 120 });
  });

  it('keeps the address of Vizceral data, and says of one that is none what is wrong', () => {
    const changes = mount({});
    enter(/^Address/, ' https://vizceral.example/data ');
    expect(changes.at(-1)).toEqual({ vizceralUrl: 'https://vizceral.example/data' });
    expect(screen.queryByText(/begins with http/)).toBeNull();
    enter(/^Address/, 'ftp://vizceral.example');
    expect(screen.getByText(/begins with http/)).toBeInTheDocument();
    enter(/^Address/, '');
    expect(changes.at(-1)).toEqual({ vizceralUrl: undefined });
  });
});
