import type { DataSourceInstanceSettings } from '@grafana/data';
import { DataSourcePicker } from '@grafana/runtime';
import { InlineField, InlineFieldRow, Select, Stack } from '@grafana/ui';
import React from 'react';
import { AddButton, RemoveButton } from '../../browser/ListButtons';
import { type EditedRow, useEditedList } from '../../browser/useEditedList';
import type { AlertSettings, AlertSource, AlertSourceKind } from '../alerts/types';
import { delegatedUpstream } from '../upstreams';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { LABEL_WIDTH } from './style';

const KINDS: ReadonlyArray<{ value: AlertSourceKind; label: string; description: string }> = [
  { value: 'prometheus', label: 'Prometheus', description: 'The series ALERTS, with their history for replay' },
  { value: 'alertmanager', label: 'Alertmanager', description: 'What is active now and not silenced' },
  { value: 'grafana', label: 'Grafana', description: "Grafana's own alert rules that fire now" },
];

const NO_SOURCES: readonly AlertSource[] = [];

export interface AlertsEditorProps {
  readonly idPrefix: string;
  readonly settings: AlertSettings | undefined;
  /** Undefined where nothing is left to ask. */
  readonly onChange: (settings: AlertSettings | undefined) => void;
}

/** Where firing alerts come from, and which of their labels holds the service. */
export function AlertsEditor({ idPrefix, settings, onChange }: AlertsEditorProps) {
  const sources = settings?.sources ?? NO_SOURCES;
  const serviceLabels = settings?.serviceLabels ?? [];
  const change = (changed: Partial<AlertSettings>) => {
    const next = { ...settings, sources, ...changed };
    onChange(next.sources.length === 0 && !next.serviceLabels?.length ? undefined : next);
  };
  const list = useEditedList(idPrefix, sources, (changed) => change({ sources: changed }));
  return (
    <Stack direction="column" gap={1}>
      {list.rows.map((row) => (
        <ItemRow
          key={row.id}
          name={`Source ${row.number} of alerts`}
          actions={<RemoveButton row={row} tooltip={`Remove source ${row.number} of alerts`} />}
        >
          <SourceFields row={row} />
        </ItemRow>
      ))}
      {(sources.length > 0 || serviceLabels.length > 0) && (
        <InlineField
          label="Service labels"
          labelWidth={LABEL_WIDTH}
          tooltip="Labels of alerts that hold the name of a service, separated by commas. Those of the definitions, and usual ones such as service, app and job, are tried after them."
        >
          <DraftInput
            id={`${idPrefix}-labels`}
            width={40}
            value={serviceLabels.join(', ')}
            placeholder="service, app, job, …"
            onCommit={(text) => {
              const names = text.split(',').map((name) => name.trim());
              const written = names.filter((name) => name !== '');
              change({ serviceLabels: written.length > 0 ? written : undefined });
            }}
          />
        </InlineField>
      )}
      <div>
        <AddButton id={list.addId} onClick={() => list.add({ kind: 'prometheus' })}>
          Add source of alerts
        </AddButton>
      </div>
    </Stack>
  );
}

/** What kind of alerts, and where they are asked for. */
function SourceFields({ row }: { readonly row: EditedRow<AlertSource> }) {
  const { id, number, item: source, replace } = row;
  return (
    <InlineFieldRow>
      <InlineField label="Alerts of" labelWidth={LABEL_WIDTH}>
        <Select
          inputId={`${id}-kind`}
          aria-label={`Alerts of, source ${number}`}
          width={18}
          options={[...KINDS]}
          value={source.kind}
          onChange={({ value }) => value && replace({ kind: value })}
        />
      </InlineField>
      {source.kind !== 'grafana' && (
        <InlineField label="Data source" htmlFor={`${id}-upstream`} grow>
          <DataSourcePicker
            inputId={`${id}-upstream`}
            type={source.kind === 'prometheus' ? [...delegatedUpstream('prometheus').pluginIds] : 'alertmanager'}
            alerting={source.kind === 'alertmanager'}
            variables
            noDefault
            placeholder={source.kind === 'prometheus' ? 'Default of this data source' : 'Choose an Alertmanager'}
            current={source.upstream || null}
            onChange={({ uid }: DataSourceInstanceSettings) => replace({ ...source, upstream: uid })}
          />
        </InlineField>
      )}
      {source.kind === 'prometheus' && (
        <InlineField label="Only those with" tooltip='Label matchers of PromQL, such as team="shop", severity!="info".'>
          <DraftInput
            id={`${id}-matchers`}
            ariaLabel={`Label matchers, source ${number}`}
            width={30}
            value={source.matchers ?? ''}
            placeholder="all alerts"
            onCommit={(text) => replace({ ...source, matchers: text.trim() || undefined })}
          />
        </InlineField>
      )}
    </InlineFieldRow>
  );
}
