import { InlineField, InlineFieldRow, InlineSwitch } from '@grafana/ui';
import React from 'react';
import { MoveButtons, RemoveButton } from '../../browser/ListButtons';
import type { EditedRow } from '../../browser/useEditedList';
import { anchoredPattern } from '../../core/model/pattern';
import type { NameRule } from '../../core/model/naming';
import { put } from './changes';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { SHORT_FIELD_WIDTH } from './style';
import { textOrNothing } from './texts';

/** One rule that renames services, or puts them into a group. */
export function NameRuleRow({ row }: { readonly row: EditedRow<NameRule> }) {
  const { id, number, item: rule, replace } = row;
  const { match, exact = false, name, group } = rule;
  const isInvalid = !exact && match !== '' && anchoredPattern(match) === undefined;
  return (
    <ItemRow
      name={`Renaming rule ${number}`}
      actions={
        <>
          <MoveButtons row={row} up={`Try rule ${number} earlier`} down={`Try rule ${number} later`} />
          <RemoveButton row={row} tooltip={`Remove renaming rule ${number}`} />
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
            id={`${id}-match`}
            ariaLabel={`Names of rule ${number}`}
            value={match}
            placeholder={exact ? 'orders-v2' : '(.+)-v[0-9]+'}
            onCommit={(text) => replace({ ...rule, match: text.trim() })}
          />
        </InlineField>
        <InlineField label="as text" tooltip="Compare the name as it is, without a regular expression.">
          <InlineSwitch
            id={`${id}-exact`}
            aria-label={`Compare rule ${number} as text`}
            value={exact}
            onChange={() => replace(put(rule, 'exact', exact ? undefined : true))}
          />
        </InlineField>
        <InlineField label="is named" tooltip="$1 stands for the first group of the expression. Empty: the name stays.">
          <DraftInput
            id={`${id}-name`}
            ariaLabel={`New name of rule ${number}`}
            width={SHORT_FIELD_WIDTH / 2}
            value={name ?? ''}
            placeholder={exact ? 'orders' : '$1'}
            onCommit={(text) => replace(put(rule, 'name', textOrNothing(text)))}
          />
        </InlineField>
        <InlineField label="in group" tooltip="Parts of the path are separated by “/”. Empty: none is added.">
          <DraftInput
            id={`${id}-group`}
            ariaLabel={`Group of rule ${number}`}
            width={SHORT_FIELD_WIDTH / 2}
            value={group ?? ''}
            placeholder="eu/shop"
            onCommit={(text) => replace(put(rule, 'group', textOrNothing(text)))}
          />
        </InlineField>
      </InlineFieldRow>
    </ItemRow>
  );
}
