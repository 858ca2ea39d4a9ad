import { FieldValidationMessage, InlineField, InlineFieldRow, InlineSwitch, Stack } from '@grafana/ui';
import React from 'react';
import { AddButton, RemoveButton } from '../../browser/ListButtons';
import { type EditedRow, useEditedList } from '../../browser/useEditedList';
import { linkProblem } from '../links/templateLinks';
import type { LinkSettings, LinkTemplate } from '../links/types';
import { orNothing, put } from './changes';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { LABEL_WIDTH } from './style';

export interface LinksEditorProps {
  readonly idPrefix: string;
  readonly settings: LinkSettings | undefined;
  /** Undefined where all is as it is at first. */
  readonly onChange: (settings: LinkSettings | undefined) => void;
}

const NO_TEMPLATES: readonly LinkTemplate[] = [];
const EMPTY: LinkTemplate = Object.freeze({ title: '', url: '' });

/** Where links of services and edges lead. */
export function LinksEditor({ idPrefix, settings = {}, onChange }: LinksEditorProps) {
  const { explore = true, templates = NO_TEMPLATES } = settings;
  const { rows, addId, add } = useEditedList(idPrefix, templates, (changed) =>
    onChange(orNothing(put(settings, 'templates', changed.length > 0 ? changed : undefined)))
  );
  return (
    <Stack direction="column" gap={0}>
      <InlineField
        label="Explore"
        labelWidth={LABEL_WIDTH}
        tooltip="A link to Explore on the query of the upstream, narrowed to the service or edge."
      >
        <InlineSwitch
          id={`${idPrefix}-explore`}
          value={explore}
          onChange={() => onChange(orNothing(put(settings, 'explore', explore ? false : undefined)))}
        />
      </InlineField>
      {rows.map((row) => (
        <LinkRow key={row.id} row={row} />
      ))}
      <div>
        <AddButton id={addId} onClick={() => add(EMPTY)}>
          Add link
        </AddButton>
      </div>
    </Stack>
  );
}

function LinkRow({ row }: { readonly row: EditedRow<LinkTemplate> }) {
  const { id, number, item: template, replace } = row;
  const problem = template.url === '' ? undefined : linkProblem(template);
  return (
    <ItemRow name={`Link ${number}`} actions={<RemoveButton row={row} tooltip={`Remove link ${number}`} />}>
      <InlineFieldRow>
        <InlineField label="Title" labelWidth={LABEL_WIDTH}>
          <DraftInput
            id={`${id}-title`}
            ariaLabel={`Title of link ${number}`}
            width={24}
            value={template.title}
            placeholder="Logs of {service}"
            onCommit={(title) => replace({ ...template, title })}
          />
        </InlineField>
        <InlineField
          label="Address"
          grow
          tooltip="{service}, {group}, {namespace}, {id}, {source}, {target}, {from} and {to} stand for what is known of the service or edge, and for the time range in milliseconds. An address with {source} or {target} is for edges, one with {service} for services, any other for both. Variables such as $team work."
        >
          <DraftInput
            id={`${id}-url`}
            ariaLabel={`Address of link ${number}`}
            value={template.url}
            placeholder="https://logs.example.org/?service={service}&from={from}&to={to}"
            onCommit={(url) => replace({ ...template, url: url.trim() })}
          />
        </InlineField>
        <InlineField label="New tab">
          <InlineSwitch
            id={`${id}-tab`}
            aria-label={`Open link ${number} in a new tab`}
            value={template.newTab ?? false}
            onChange={() => replace(put(template, 'newTab', template.newTab ? undefined : true))}
          />
        </InlineField>
      </InlineFieldRow>
      {problem && <FieldValidationMessage>{problem}</FieldValidationMessage>}
    </ItemRow>
  );
}
