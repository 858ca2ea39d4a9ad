import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { DataSourcePicker } from '@grafana/runtime';
import { Box, Field, FieldSet, Stack, Text } from '@grafana/ui';
import React from 'react';
import { MoveButtons, RemoveButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
import { DEFAULT_RESOLUTION, DEFAULT_TIMEOUT_SECONDS, type TrafficJsonData, type UpstreamReference } from '../types';
import { soundSettings } from '../sound/soundSettings';
import { kindOfPlugin, UPSTREAM_PLUGIN_IDS } from '../upstreams';
import { DraftInput } from './DraftFields';
import { SHORT_FIELD_WIDTH } from './style';
import { wholeOrNothing } from './texts';
import { upstreamName, UpstreamName } from './UpstreamName';

/** Whether Grafana can fetch from it; also where there is none. */
function isAddress(text = ''): boolean {
  return text === '' || /^https?:\/\/[^/?#\s]+/i.test(text);
}

const NO_UPSTREAMS: readonly UpstreamReference[] = [];

/** Settings of the data source: which existing data sources it reads, and defaults of its queries. */
export function ConfigEditor({ options, onOptionsChange }: DataSourcePluginOptionsEditorProps<TrafficJsonData>) {
  const { settings: jsonData } = soundSettings(options.jsonData);
  const upstreams = jsonData.upstreams ?? NO_UPSTREAMS;
  const change = (changed: Partial<TrafficJsonData>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...changed } });
  const list = useEditedList('traffic-upstream', upstreams, (changed) => change({ upstreams: changed }));
  return (
    <>
      <FieldSet label="Where your metrics are">
        <Text element="p" color="secondary">
          Traffic is read from data sources that this Grafana already has. Addresses, credentials and headers stay with
          them: nothing is entered twice. With none, simulated traffic works.
        </Text>
        <Box marginY={2}>
          {list.rows.map((row) => {
            const { uid, kind } = row.item;
            const name = upstreamName(uid);
            return (
              <Stack key={uid} direction="row" alignItems="center" gap={1}>
                <UpstreamName uid={uid} kind={kind} />
                <MoveButtons row={row} up={`Prefer ${name} more`} down={`Prefer ${name} less`} />
                <RemoveButton row={row} tooltip={`Remove ${name}`} />
              </Stack>
            );
          })}
        </Box>
        <Field
          label="Add a data source"
          description="Prometheus (or what speaks PromQL: Thanos, Mimir, VictoriaMetrics …) or Graphite. The first of a kind serves queries that name none."
          htmlFor={list.addId}
        >
          <DataSourcePicker
            key={upstreams.length}
            inputId={list.addId}
            type={[...UPSTREAM_PLUGIN_IDS]}
            noDefault
            current={null}
            placeholder="Choose a data source"
            filter={(candidate) => !upstreams.some(({ uid }) => uid === candidate.uid)}
            onChange={({ uid, type }) => {
              const kind = kindOfPlugin(type);
              if (kind) {
                list.add({ uid, kind });
              }
            }}
          />
        </Field>
      </FieldSet>
      <FieldSet label="Vizceral data">
        <Field
          label="Address"
          description="Grafana fetches Vizceral JSON from here, by GET alone; queries name a path below it. Whoever may query this data source may read what is there."
          invalid={!isAddress(jsonData.vizceralUrl)}
          error="An address begins with http:// or https:// and a host."
        >
          <DraftInput
            id="traffic-vizceral-url"
            value={jsonData.vizceralUrl ?? ''}
            placeholder="https://vizceral.example.org/data"
            onCommit={(text) => change({ vizceralUrl: text.trim() || undefined })}
          />
        </Field>
      </FieldSet>
      <FieldSet label="Defaults">
        <Field label="Steps" description="The most steps that a time range is cut into: finer replay, larger answers.">
          <DraftInput
            id="traffic-resolution"
            type="number"
            width={SHORT_FIELD_WIDTH}
            value={jsonData.resolution === undefined ? '' : String(jsonData.resolution)}
            placeholder={String(DEFAULT_RESOLUTION)}
            onCommit={(text) => change({ resolution: wholeOrNothing(text) })}
          />
        </Field>
        <Field
          label="Timeout (seconds)"
          description="After this long a data source is given up; the others' traffic is shown."
        >
          <DraftInput
            id="traffic-timeout"
            type="number"
            width={SHORT_FIELD_WIDTH}
            value={jsonData.timeoutSeconds === undefined ? '' : String(jsonData.timeoutSeconds)}
            placeholder={String(DEFAULT_TIMEOUT_SECONDS)}
            onCommit={(text) => change({ timeoutSeconds: Number(text) > 0 ? Number(text) : undefined })}
          />
        </Field>
      </FieldSet>
    </>
  );
}
