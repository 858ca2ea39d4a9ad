import { moveBy, removeAt, replaceAt } from './lists';

describe('changes of a list', () => {
  it('moves by one place and stops at the ends', () => {
    expect(moveBy(['x', 'y', 'z'], 2, -1)).toEqual(['x', 'z', 'y']);
    expect(moveBy(['x', 'y'], 0, -1)).toEqual(['x', 'y']);
    expect(moveBy(['x', 'y'], 1, 1)).toEqual(['x', 'y']);
  });

  it('leaves its input as it was, and finds items by place, for they may be alike', () => {
    const alike = Object.freeze(['x', 'x']);
    expect(removeAt(alike, 0)).toEqual(['x']);
    expect(replaceAt(alike, 1, 'y')).toEqual(['x', 'y']);
  });
});
