import type { Rect } from '@codemirror/view';

/** Where the help of a chosen option is put. */
export interface HelpPlace {
  readonly class: string;
  readonly style: string;
}

/**
 * Puts help beside the list of completions where it fits, and else on the side of the list that is away from the text,
 * so that it covers neither options nor what is being written, as wide as the list. All in CSS pixels of the window.
 *
 * @param textTop where the line that is written begins
 * @param space what is visible
 */
export function placeOfHelp(list: Rect, option: Rect, help: Rect, space: Rect, textTop: number): HelpPlace {
  const width = help.right - help.left;
  const [room, side] =
    space.right - list.right >= Math.min(width, list.left - space.left)
      ? [space.right - list.right, 'right']
      : [list.left - space.left, 'left'];
  if (width <= room) {
    const top = Math.max(space.top, Math.min(option.top, space.bottom - (help.bottom - help.top)));
    return { class: `cm-completionInfo-${side}`, style: `top: ${top - list.top}px` };
  }
  const edge = list.bottom <= textTop ? 'bottom' : 'top';
  return {
    class: 'cm-completionInfo-apart',
    style: `${edge}: 100%; left: -1px; right: -1px; width: auto; max-width: none`,
  };
}
