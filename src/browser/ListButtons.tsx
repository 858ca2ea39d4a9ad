import { Button, IconButton } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { EditedRow } from './useEditedList';

export interface MoveButtonsProps {
  readonly row: Pick<EditedRow<unknown>, 'id' | 'number' | 'isLast' | 'move'>;
  /** What moving up and down means, such as "Try rule 2 earlier". */
  readonly up: string;
  readonly down: string;
}

/** Moves a row of a list whose order matters. */
export function MoveButtons({ row, up, down }: MoveButtonsProps) {
  const { id, number, isLast, move } = row;
  return (
    <>
      <IconButton id={`${id}-up`} name="arrow-up" tooltip={up} disabled={number === 1} onClick={() => move(-1)} />
      <IconButton id={`${id}-down`} name="arrow-down" tooltip={down} disabled={isLast} onClick={() => move(1)} />
    </>
  );
}

export interface RemoveButtonProps {
  readonly row: Pick<EditedRow<unknown>, 'id' | 'remove'>;
  /** A cross for a row within a row. */
  readonly icon?: 'trash-alt' | 'times';
  readonly tooltip: string;
}

export function RemoveButton({ row, icon = 'trash-alt', tooltip }: RemoveButtonProps) {
  return <IconButton id={`${row.id}-remove`} name={icon} tooltip={tooltip} onClick={row.remove} />;
}

export interface AddButtonProps {
  /** The `addId` of the list. */
  readonly id: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Adds a row to a list; stands below it. */
export function AddButton({ id, onClick, children }: AddButtonProps) {
  return (
    <Button id={id} variant="secondary" size="sm" icon="plus" onClick={onClick}>
      {children}
    </Button>
  );
}
