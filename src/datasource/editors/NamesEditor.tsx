import { Button, InlineField, InlineFieldRow, InlineSwitch, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';
import { AddButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
import {
  DEFAULT_HOST_SUFFIXES,
  DEFAULT_MISSING,
  type NameMapping,
  type NameRule,
  type NameSplit,
} from '../../core/model/naming';
import type { QueryDefinition } from '../types';
import { orNothing, put } from './changes';
import { DraftInput } from './DraftFields';
import { NameRuleRow } from './NameRuleRow';
import { SHORT_FIELD_WIDTH, WIDE_LABEL_WIDTH } from './style';
import { listOf, textOrNothing } from './texts';

const PLACES: ReadonlyArray<{ value: NameSplit['name']; label: string; description: string }> = [
  { value: 'last', label: 'name last', description: 'shop/orders is the service orders in the group shop' },
  { value: 'first', label: 'name first', description: 'orders.shop is the service orders in the group shop' },
];

const NO_RULES: readonly NameRule[] = [];

export interface NamesEditorProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly onChange: (definition: QueryDefinition) => void;
}

/** How what labels hold becomes names, groups and kinds of services. What is emptied leaves nothing behind. */
export function NamesEditor({ idPrefix, definition, onChange }: NamesEditorProps) {
  const naming = definition.naming ?? {};
  const { hosts, missing, addresses, split, rules = NO_RULES } = naming;
  const change = <Key extends keyof NameMapping>(key: Key, value: NameMapping[Key] | undefined) =>
    onChange(put(definition, 'naming', orNothing(put(naming, key, value))));
  const ruleList = useEditedList(`${idPrefix}-rule`, rules, (changed) =>
    change('rules', changed.length > 0 ? changed : undefined)
  );
  const kindLabel = (end: 'source' | 'target', label: string) => (
    <InlineField
      label={label}
      labelWidth={WIDE_LABEL_WIDTH}
      tooltip="A label that says what it is: service, gateway, database, cache, queue, external or user. Else its name tells."
    >
      <DraftInput
        id={`${idPrefix}-${end}-kind`}
        width={SHORT_FIELD_WIDTH}
        value={definition.mapping[end].kindLabel ?? ''}
        placeholder="connection_type"
        onCommit={(text) => {
          const mapping = put(definition.mapping[end], 'kindLabel', textOrNothing(text));
          onChange({ ...definition, mapping: { ...definition.mapping, [end]: mapping } });
        }}
      />
    </InlineField>
  );
  const address = (key: 'publicName' | 'privateName', label: string, placeholder: string, tooltip: string) => (
    <InlineField label={label} labelWidth={WIDE_LABEL_WIDTH} tooltip={tooltip}>
      <DraftInput
        id={`${idPrefix}-${key}`}
        width={SHORT_FIELD_WIDTH}
        value={addresses?.[key] ?? ''}
        placeholder={placeholder}
        onCommit={(text) => change('addresses', orNothing(put(addresses ?? {}, key, textOrNothing(text))))}
      />
    </InlineField>
  );
  return (
    <Stack direction="column" gap={0}>
      <InlineFieldRow>
        <InlineField
          label="Read hosts"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="orders.shop.svc.cluster.local:8080 becomes the service orders in the group shop."
        >
          <InlineSwitch
            id={`${idPrefix}-hosts`}
            value={hosts !== undefined}
            onChange={() => change('hosts', hosts ? undefined : {})}
          />
        </InlineField>
        {hosts && (
          <InlineField
            label="without the endings"
            grow
            tooltip="Endings that are no part of a name, separated by commas; * stands for one part."
          >
            <DraftInput
              id={`${idPrefix}-suffixes`}
              value={(hosts.suffixes ?? []).join(', ')}
              placeholder={DEFAULT_HOST_SUFFIXES.join(', ')}
              onCommit={(text) => {
                const suffixes = listOf(text);
                change('hosts', put(hosts, 'suffixes', suffixes.length > 0 ? suffixes : undefined));
              }}
            />
          </InlineField>
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        <InlineField
          label="Names nobody"
          labelWidth={WIDE_LABEL_WIDTH}
          grow
          tooltip="A regular expression over values that stand for an unknown caller or service. They go by the name under “or else”; without one their series are skipped and counted."
        >
          <DraftInput
            id={`${idPrefix}-missing`}
            value={missing ?? ''}
            placeholder="no value does"
            onCommit={(text) => change('missing', textOrNothing(text))}
          />
        </InlineField>
        {missing !== DEFAULT_MISSING && (
          <Button variant="secondary" fill="text" onClick={() => change('missing', DEFAULT_MISSING)}>
            Use the usual words
          </Button>
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        {address('publicName', 'Public addresses', 'Internet', 'The name of one node for all public IP addresses.')}
        {address(
          'privateName',
          'Private addresses',
          'as they are',
          'The name of one node for all private IP addresses.'
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        <InlineField
          label="Split names at"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="For names that hold their groups, such as shop/orders: the text between the parts."
        >
          <DraftInput
            id={`${idPrefix}-separator`}
            width={SHORT_FIELD_WIDTH}
            value={split?.separator ?? ''}
            placeholder="/"
            onCommit={(text) => {
              const separator = textOrNothing(text);
              change('split', separator === undefined ? undefined : { separator, name: split?.name ?? 'last' });
            }}
          />
        </InlineField>
        {split && (
          <InlineField label="with the">
            <RadioButtonGroup
              aria-label="Where the name stands"
              options={[...PLACES]}
              value={split.name}
              onChange={(name) => change('split', { ...split, name })}
            />
          </InlineField>
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        {kindLabel('source', 'Source kind label')}
        {kindLabel('target', 'Target kind label')}
      </InlineFieldRow>
      {ruleList.rows.map((row) => (
        <NameRuleRow key={row.id} row={row} />
      ))}
      <div>
        <AddButton id={ruleList.addId} onClick={() => ruleList.add({ match: '', name: '' })}>
          Add renaming rule
        </AddButton>
      </div>
    </Stack>
  );
}
