import { InlineField, InlineFieldRow, Select } from '@grafana/ui';
import React from 'react';
import { AddButton, MoveButtons, RemoveButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
import { anchoredPattern } from '../../core/model/pattern';
import { type KindRule, SERVICE_KINDS } from '../../core/model/shape';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { SHORT_FIELD_WIDTH, WIDE_LABEL_WIDTH } from './style';

const KIND_OPTIONS = SERVICE_KINDS.map((kind) => ({ value: kind, label: kind }));

const NO_RULES: readonly KindRule[] = [];

export interface KindRulesProps {
  readonly idPrefix: string;
  readonly rules: readonly KindRule[] | undefined;
  /** Undefined where none is left. */
  readonly onChange: (rules: readonly KindRule[] | undefined) => void;
}

/** Which services are of which kind, by name, in the order in which the rules are tried. */
export function KindRules({ idPrefix, rules = NO_RULES, onChange }: KindRulesProps) {
  const { rows, addId, add } = useEditedList(idPrefix, rules, (changed) =>
    onChange(changed.length > 0 ? changed : undefined)
  );
  return (
    <>
      {rows.map((row) => {
        const { id, number, item: rule, replace } = row;
        return (
          <ItemRow
            key={id}
            name={`Kind rule ${number}`}
            actions={
              <>
                <MoveButtons row={row} up={`Try kind rule ${number} earlier`} down={`Try kind rule ${number} later`} />
                <RemoveButton row={row} tooltip={`Remove kind rule ${number}`} />
              </>
            }
          >
            <InlineFieldRow>
              <InlineField
                label="Services named"
                labelWidth={WIDE_LABEL_WIDTH}
                grow
                invalid={anchoredPattern(rule.match) === undefined}
                error="This is no valid regular expression; the rule matches nothing."
                tooltip="A regular expression over the whole name; the first rule that matches decides."
              >
                <DraftInput
                  id={`${id}-match`}
                  ariaLabel={`Names of kind rule ${number}`}
                  value={rule.match}
                  placeholder=".*-db"
                  onCommit={(text) => replace({ ...rule, match: text.trim() })}
                />
              </InlineField>
              <InlineField label="are of the kind">
                <Select
                  inputId={id}
                  aria-label={`Kind of rule ${number}`}
                  width={SHORT_FIELD_WIDTH}
                  options={[...KIND_OPTIONS]}
                  value={rule.kind}
                  onChange={({ value }) => value && replace({ ...rule, kind: value })}
                />
              </InlineField>
            </InlineFieldRow>
          </ItemRow>
        );
      })}
      <div>
        <AddButton id={addId} onClick={() => add({ match: '', kind: 'database' })}>
          Add kind rule
        </AddButton>
      </div>
    </>
  );
}
