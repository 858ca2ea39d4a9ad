import { IconButton } from '@grafana/ui';
import React from 'react';
import type { ListFocus } from './useListFocus';

export interface MoveButtonsProps {
  readonly focus: Pick<ListFocus, 'idOf'>;
  /** Place of the item, from 0. */
  readonly row: number;
  readonly isLast: boolean;
  /** What moving up and down means, such as "Try rule 2 earlier". */
  readonly up: string;
  readonly down: string;
  readonly onMove: (by: -1 | 1) => void;
}

/** Moves an item of a list whose order matters. */
export function MoveButtons({ focus, row, isLast, up, down, onMove }: MoveButtonsProps) {
  return (
    <>
      <IconButton
        id={focus.idOf(row, 'up')}
        name="arrow-up"
        tooltip={up}
        disabled={row === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        id={focus.idOf(row, 'down')}
        name="arrow-down"
        tooltip={down}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
    </>
  );
}
