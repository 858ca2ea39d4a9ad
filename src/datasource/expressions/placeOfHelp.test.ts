import type { Rect } from '@codemirror/view';
import { placeOfHelp } from './placeOfHelp';

const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const HELP = rect(0, 0, 320, 50);
const WINDOW = rect(0, 0, 1000, 700);

describe('the place of help to a completion', () => {
  it('is beside the list, level with the option, where it fits', () => {
    const list = rect(100, 300, 400, 200);
    const option = rect(100, 340, 400, 20);
    expect(placeOfHelp(list, option, HELP, WINDOW, 280)).toEqual({
      class: 'cm-completionInfo-right',
      style: 'top: 40px',
    });
    const right = rect(550, 300, 400, 200);
    expect(placeOfHelp(right, rect(550, 340, 400, 20), HELP, WINDOW, 280).class).toBe('cm-completionInfo-left');
  });

  it('stays within the window', () => {
    const list = rect(100, 500, 400, 200);
    expect(placeOfHelp(list, rect(100, 680, 400, 20), HELP, WINDOW, 480).style).toBe('top: 150px');
  });

  it('is away from the text where no side has room, and covers no option', () => {
    const narrow = rect(0, 0, 400, 700);
    const below = rect(20, 300, 360, 200);
    expect(placeOfHelp(below, rect(20, 340, 360, 20), HELP, narrow, 280)).toEqual({
      class: 'cm-completionInfo-apart',
      style: 'top: 100%; left: -1px; right: -1px; width: auto; max-width: none',
    });
    const above = rect(20, 300, 360, 200);
    expect(placeOfHelp(above, rect(20, 340, 360, 20), HELP, narrow, 505).style).toBe(
      'bottom: 100%; left: -1px; right: -1px; width: auto; max-width: none'
    );
  });
});
