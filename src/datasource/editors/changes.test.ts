import { PRESETS } from '../presets';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import {
  addNamed,
  applyPreset,
  changeKind,
  duplicateDefinition,
  emptyDefinition,
  replaceDefinition,
  without,
} from './changes';

const A = emptyDefinition('a', 'prometheus', 'prom');
const B = { ...emptyDefinition('b', 'graphite', 'carbon'), hidden: true };

describe('changes of a list of definitions', () => {
  it('keeps ids apart when adding, duplicating and renaming', () => {
    expect(addNamed([A, B], A, 'id').map(({ id }) => id)).toEqual(['a', 'b', 'a 2']);
    expect(duplicateDefinition(duplicateDefinition([A], 0), 0).map(({ id }) => id)).toEqual(['a', 'a 3', 'a 2']);
    expect(replaceDefinition([A, B], 1, { ...B, id: 'a' }).map(({ id }) => id)).toEqual(['a', 'a 2']);
    expect(replaceDefinition([A, B], 1, { ...B, id: 'b' })[1]).toEqual(B);
  });

  it('leaves its input as it was', () => {
    const frozen = Object.freeze({ ...A });
    expect(without(frozen, 'upstream')).not.toHaveProperty('upstream');
    expect(frozen.upstream).toBe('prom');
  });
});

describe('changes of a definition', () => {
  it('keeps the upstream of a preset’s kind, and hiding', () => {
    const graphite = PRESETS.find(({ kind }) => kind === 'graphite')!;
    expect(applyPreset(B, graphite)).toMatchObject({ id: 'b', upstream: 'carbon', hidden: true, preset: graphite.id });
    expect(applyPreset(A, graphite)).toMatchObject({ id: 'a', kind: 'graphite', upstream: '' });
  });

  it('starts anew in another language, and stays as it is in its own', () => {
    expect(changeKind(A, 'prometheus', 'other')).toBe(A);
    expect(changeKind(A, 'simulated', '')).toEqual({ ...SIMULATED_DEFINITION, id: 'a' });
    expect(changeKind(A, 'graphite', 'carbon')).toEqual(emptyDefinition('a', 'graphite', 'carbon'));
  });
});
