import { IconButton, InlineField, InlineFieldRow, InlineSwitch } from '@grafana/ui';
import React from 'react';
import { MoveButtons } from '../../browser/MoveButtons';
import type { ListFocus } from '../../browser/useListFocus';
import { anchoredPattern } from '../../core/model/pattern';
import type { NameRule } from '../../core/model/naming';
import { put } from './changes';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { SHORT_FIELD_WIDTH } from './style';
import { textOrNothing } from './texts';

export interface NameRuleRowProps {
  readonly idPrefix: string;
  /** From 1. */
  readonly number: number;
  readonly rule: NameRule;
  readonly isLast: boolean;
  readonly focus: ListFocus;
  readonly onChange: (rule: NameRule) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rule that renames services, or puts them into a group. */
export function NameRuleRow(props: NameRuleRowProps) {
  const { idPrefix, number, rule, isLast, focus, onChange, onMove, onRemove } = props;
  const { match, exact = false, name, group } = rule;
  const isInvalid = !exact && match !== '' && anchoredPattern(match) === undefined;
  return (
    <ItemRow
      name={`Renaming rule ${number}`}
      actions={
        <>
          <MoveButtons
            focus={focus}
            row={number - 1}
            isLast={isLast}
            up={`Try rule ${number} earlier`}
            down={`Try rule ${number} later`}
            onMove={onMove}
          />
          <IconButton
            id={focus.idOf(number - 1, 'remove')}
            name="trash-alt"
            tooltip={`Remove renaming rule ${number}`}
            onClick={onRemove}
          />
        </>
      }
    >
      <InlineFieldRow>
        <InlineField
          label={exact ? 'Exactly' : 'Matches'}
          invalid={isInvalid}
          error="This is no valid regular expression; the rule matches nothing."
          tooltip={
            exact
              ? 'The name as it is.'
              : 'A regular expression over the whole name; the first rule that matches decides.'
          }
          grow
        >
          <DraftInput
            id={`${idPrefix}-match`}
            ariaLabel={`Names of rule ${number}`}
            value={match}
            placeholder={exact ? 'orders-v2' : '(.+)-v[0-9]+'}
            onCommit={(text) => onChange({ ...rule, match: text.trim() })}
          />
        </InlineField>
        <InlineField label="as text" tooltip="Compare the name as it is, without a regular expression.">
          <InlineSwitch
            id={`${idPrefix}-exact`}
            aria-label={`Compare rule ${number} as text`}
            value={exact}
            onChange={() => onChange(put(rule, 'exact', exact ? undefined : true))}
          />
        </InlineField>
        <InlineField label="is named" tooltip="$1 stands for the first group of the expression. Empty: the name stays.">
          <DraftInput
            id={`${idPrefix}-name`}
            ariaLabel={`New name of rule ${number}`}
            width={SHORT_FIELD_WIDTH / 2}
            value={name ?? ''}
            placeholder={exact ? 'orders' : '$1'}
            onCommit={(text) => onChange(put(rule, 'name', textOrNothing(text)))}
          />
        </InlineField>
        <InlineField label="in group" tooltip="Parts of the path are separated by “/”. Empty: none is added.">
          <DraftInput
            id={`${idPrefix}-group`}
            ariaLabel={`Group of rule ${number}`}
            width={SHORT_FIELD_WIDTH / 2}
            value={group ?? ''}
            placeholder="eu/shop"
            onCommit={(text) => onChange(put(rule, 'group', textOrNothing(text)))}
          />
        </InlineField>
      </InlineFieldRow>
    </ItemRow>
  );
}
