import type { DeriveCounts } from '../../core/model/result';
import { emptyNotices } from './emptyNotices';

const counts = (some: Partial<DeriveCounts>): DeriveCounts => ({
  definitionId: 'mesh',
  series: 3,
  samples: 0,
  missingLabel: {},
  badSamples: 0,
  edges: 2,
  ...some,
});

test('says that a time is empty where there are edges without any sample', () => {
  const [{ severity, text }] = emptyNotices([counts({})]);
  expect(severity).toBe('warning');
  expect(text).toContain('"mesh": 3 series without a sample in this time range.');
});

test('says nothing of the time where there are samples, or where no series names two services', () => {
  expect(emptyNotices([counts({ samples: 1 }), counts({ series: 0, edges: 0 }), counts({ edges: 0 })])).toEqual([]);
});
