import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { completeQuery } from '../query/completeQuery';
import { MergeFields } from './MergeFields';

function mount(instant: boolean | undefined) {
  const onChange = jest.fn();
  const request = completeQuery({ refId: 'A', instant });
  render(<MergeFields idPrefix="test" request={request} resolution={undefined} onChange={onChange} />);
  return onChange;
}

describe('MergeFields', () => {
  it('asks for the whole history until somebody chooses the instant', () => {
    const onChange = mount(undefined);
    expect(screen.getByLabelText('History')).toBeChecked();
    fireEvent.click(screen.getByLabelText('Instant'));
    expect(onChange).toHaveBeenCalledWith({ instant: true });
  });

  it('leaves nothing behind in the query when the history is chosen again', () => {
    const onChange = mount(true);
    expect(screen.getByLabelText('Instant')).toBeChecked();
    fireEvent.click(screen.getByLabelText('History'));
    expect(onChange).toHaveBeenCalledWith({ instant: undefined });
  });
});
