import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import type { EventSettings } from '../annotations/types';
import { EventFields } from './EventFields';

function mount(settings?: EventSettings) {
  const onChange = jest.fn();
  render(<EventFields idPrefix="test" settings={settings} onChange={onChange} />);
  return onChange;
}

describe('EventFields', () => {
  it('tells of services in danger until somebody chooses otherwise', () => {
    const onChange = mount();
    expect(screen.getByLabelText('Services')).toBeChecked();
    expect(screen.getByLabelText('Edges')).not.toBeChecked();
    expect(screen.getByLabelText('Danger')).toBeChecked();
    fireEvent.click(screen.getByLabelText('Edges'));
    expect(onChange).toHaveBeenLastCalledWith({ scopes: ['node', 'edge'] });
    fireEvent.click(screen.getByLabelText('Firing alerts'));
    expect(onChange).toHaveBeenLastCalledWith({ alerts: true });
    fireEvent.click(screen.getByLabelText('Warning'));
    expect(onChange).toHaveBeenLastCalledWith({ least: 'warning' });
  });

  it.each([
    [{ least: 'warning' }, 'Danger'],
    [{ states: false }, 'States'],
    [{ alerts: true }, 'Firing alerts'],
  ] as const)('leaves nothing behind where all is as it was: %j', (settings, label) => {
    const onChange = mount(settings);
    fireEvent.click(screen.getByLabelText(label));
    expect(onChange).toHaveBeenCalledWith(undefined);
  });
});
