export type Direction = 'left' | 'right' | 'up' | 'down';

/** What a key press in the map asks for. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly direction: Direction }
  | { readonly kind: 'nudge'; readonly direction: Direction }
  | { readonly kind: 'pin' }
  | { readonly kind: 'unpinAll' }
  | { readonly kind: 'open' }
  | { readonly kind: 'select' }
  | { readonly kind: 'back' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'table' }
  | { readonly kind: 'search' };

export const KEY_ZOOM_FACTOR = 1.25;

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  ArrowLeft: { kind: 'move', direction: 'left' },
  ArrowRight: { kind: 'move', direction: 'right' },
  ArrowUp: { kind: 'move', direction: 'up' },
  ArrowDown: { kind: 'move', direction: 'down' },
  Enter: { kind: 'open' },
  ' ': { kind: 'select' },
  Escape: { kind: 'back' },
  '+': { kind: 'zoom', factor: KEY_ZOOM_FACTOR },
  '=': { kind: 'zoom', factor: KEY_ZOOM_FACTOR },
  '-': { kind: 'zoom', factor: 1 / KEY_ZOOM_FACTOR },
  '0': { kind: 'fit' },
  p: { kind: 'pin' },
  P: { kind: 'unpinAll' },
  t: { kind: 'table' },
  '/': { kind: 'search' },
};

/**
 * Undefined for keys that are not the map's, and whenever Ctrl, Alt or Cmd is held: those are the browser's. With Shift,
 * arrows move the node and not the cursor.
 */
export function keyCommand(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): KeyCommand | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return undefined;
  }
  const command = COMMANDS[event.key];
  return event.shiftKey && command?.kind === 'move' ? { kind: 'nudge', direction: command.direction } : command;
}
