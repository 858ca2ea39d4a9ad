import {
  Button,
  FieldValidationMessage,
  IconButton,
  InlineField,
  InlineFieldRow,
  InlineSwitch,
  Stack,
} from '@grafana/ui';
import React from 'react';
import { useListFocus } from '../../browser/useListFocus';
import { linkProblem } from '../links/templateLinks';
import type { LinkSettings, LinkTemplate } from '../links/types';
import { orNothing, put, removeAt, replaceAt } from './changes';
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
  const focus = useListFocus(idPrefix, templates);
  const changeTemplates = (changed: readonly LinkTemplate[]) =>
    onChange(orNothing(put(settings, 'templates', changed.length > 0 ? changed : undefined)));
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
      {templates.map((template, index) => (
        <LinkRow
          key={index}
          idPrefix={`${idPrefix}-${index}`}
          number={index + 1}
          template={template}
          onChange={(changed) => changeTemplates(replaceAt(templates, index, changed))}
          removeId={focus.idOf(index, 'remove')}
          onRemove={() => {
            focus.removing(index);
            changeTemplates(removeAt(templates, index));
          }}
        />
      ))}
      <div>
        <Button
          id={focus.addId}
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => changeTemplates([...templates, EMPTY])}
        >
          Add link
        </Button>
      </div>
    </Stack>
  );
}

interface LinkRowProps {
  readonly idPrefix: string;
  readonly number: number;
  readonly template: LinkTemplate;
  readonly onChange: (template: LinkTemplate) => void;
  readonly removeId: string;
  readonly onRemove: () => void;
}

function LinkRow({ idPrefix, number, template, removeId, onChange, onRemove }: LinkRowProps) {
  const problem = template.url === '' ? undefined : linkProblem(template);
  return (
    <ItemRow
      name={`Link ${number}`}
      actions={<IconButton id={removeId} name="trash-alt" tooltip={`Remove link ${number}`} onClick={onRemove} />}
    >
      <InlineFieldRow>
        <InlineField label="Title" labelWidth={LABEL_WIDTH}>
          <DraftInput
            id={`${idPrefix}-title`}
            ariaLabel={`Title of link ${number}`}
            width={24}
            value={template.title}
            placeholder="Logs of {service}"
            onCommit={(title) => onChange({ ...template, title })}
          />
        </InlineField>
        <InlineField
          label="Address"
          grow
          tooltip="{service}, {group}, {namespace}, {id}, {source}, {target}, {from} and {to} stand for what is known of the service or edge, and for the time range in milliseconds. An address with {source} or {target} is for edges, one with {service} for services, any other for both. Variables such as $team work."
        >
          <DraftInput
            id={`${idPrefix}-url`}
            ariaLabel={`Address of link ${number}`}
            value={template.url}
            placeholder="https://logs.example.org/?service={service}&from={from}&to={to}"
            onCommit={(url) => onChange({ ...template, url: url.trim() })}
          />
        </InlineField>
        <InlineField label="New tab">
          <InlineSwitch
            id={`${idPrefix}-tab`}
            aria-label={`Open link ${number} in a new tab`}
            value={template.newTab ?? false}
            onChange={() => onChange(put(template, 'newTab', template.newTab ? undefined : true))}
          />
        </InlineField>
      </InlineFieldRow>
      {problem && <FieldValidationMessage>{problem}</FieldValidationMessage>}
    </ItemRow>
  );
}
