import { viewOf } from '../../../tests/support/scenePageViews';
import { searchTraffic } from './search';

const view = viewOf(
  ['data/orders-db', 'eu/reorders', 'shop/orders'].map((id) => ({
    id,
    path: id.split('/').slice(0, 1),
    rates: [1, 0, 0],
  })),
  []
);
const none = { ids: [], names: [], groups: [], kinds: [], seenIn: [] };
const found = (text: string) => [...searchTraffic(text, view, none).matches];

describe('the search', () => {
  it('has what is named so first, then what begins so, then what holds it', () => {
    expect(found(' Orders')).toEqual(['shop/orders', 'data/orders-db', 'eu/reorders']);
    expect(found('order')).toEqual(['data/orders-db', 'shop/orders', 'eu/reorders']);
    expect(found('')).toEqual([]);
  });
});
