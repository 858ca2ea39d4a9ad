import { createChoice } from './choice';
import type { PlacedText } from './glyphRun';

const LABELS: readonly PlacedText[] = [];

function* stepsOf(count: number, cost: number, work?: () => void): Generator<number, readonly PlacedText[]> {
  for (let step = 0; step < count; step++) {
    work?.();
    yield cost;
  }
  return LABELS;
}

/** Frames until the labels are there. */
function framesOf(choice: () => readonly PlacedText[] | undefined): number {
  let frames = 1;
  while (choice() === undefined) {
    frames++;
  }
  return frames;
}

const STILL = { drawn: () => 0, generation: () => 0 };

describe('choice of labels', () => {
  it('takes one frame where little is to be done, and several where there is much', () => {
    expect(framesOf(createChoice(stepsOf(200, 1), STILL, false))).toBe(1);
    expect(framesOf(createChoice(stepsOf(20_000, 0.125), STILL, false))).toBe(2);
    expect(framesOf(createChoice(stepsOf(10_000, 1), STILL, false))).toBe(6);
  });

  it('takes more frames where texts are drawn for the first time', () => {
    let drawn = 0;
    const atlas = { ...STILL, drawn: () => drawn };
    expect(
      framesOf(
        createChoice(
          stepsOf(200, 1, () => (drawn += 1)),
          atlas,
          false
        )
      )
    ).toBe(8);
  });

  it('takes one frame where there is nothing to show meanwhile, or what is shown lost its glyphs', () => {
    expect(framesOf(createChoice(stepsOf(5000, 1), STILL, true))).toBe(1);
    let generation = 0;
    const atlas = { ...STILL, generation: () => generation };
    expect(
      framesOf(
        createChoice(
          stepsOf(5000, 1, () => (generation = 1)),
          atlas,
          false
        )
      )
    ).toBe(1);
  });
});
