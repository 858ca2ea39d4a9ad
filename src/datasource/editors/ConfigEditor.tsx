import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { DataSourcePicker } from '@grafana/runtime';
import { Box, Field, FieldSet, IconButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { MoveButtons } from '../../browser/MoveButtons';
import { useListFocus } from '../../browser/useListFocus';
import { DEFAULT_RESOLUTION, DEFAULT_TIMEOUT_SECONDS, type TrafficJsonData, type UpstreamReference } from '../types';
import { kindOfPlugin, UPSTREAM_PLUGIN_IDS } from '../upstreams';
import { moveBy, removeAt } from './changes';
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
  const { jsonData } = options;
  const upstreams = jsonData.upstreams ?? NO_UPSTREAMS;
  const focus = useListFocus('traffic-upstream', upstreams);
  const change = (changed: Partial<TrafficJsonData>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...changed } });
  const changeUpstreams = (changed: readonly UpstreamReference[]) => change({ upstreams: changed });
  const move = (index: number, by: -1 | 1) => {
    focus.moving(index, by);
    changeUpstreams(moveBy(upstreams, index, by));
  };
  return (
    <>
      <FieldSet label="Where your metrics are">
        <Text element="p" color="secondary">
          Traffic is read from data sources that this Grafana already has. Addresses, credentials and headers stay with
          them: nothing is entered twice. With none, simulated traffic works.
        </Text>
        <Box marginY={2}>
          {upstreams.map(({ uid, kind }, index) => (
            <Stack key={uid} direction="row" alignItems="center" gap={1}>
              <UpstreamName uid={uid} kind={kind} />
              <MoveButtons
                focus={focus}
                row={index}
                isLast={index === upstreams.length - 1}
                up={`Prefer ${upstreamName(uid)} more`}
                down={`Prefer ${upstreamName(uid)} less`}
                onMove={(by) => move(index, by)}
              />
              <IconButton
                id={focus.idOf(index, 'remove')}
                name="trash-alt"
                tooltip={`Remove ${upstreamName(uid)}`}
                onClick={() => {
                  focus.removing(index);
                  changeUpstreams(removeAt(upstreams, index));
                }}
              />
            </Stack>
          ))}
        </Box>
        <Field
          label="Add a data source"
          description="Prometheus (or what speaks PromQL: Thanos, Mimir, VictoriaMetrics …) or Graphite. The first of a kind serves queries that name none."
          htmlFor={focus.addId}
        >
          <DataSourcePicker
            key={upstreams.length}
            inputId={focus.addId}
            type={[...UPSTREAM_PLUGIN_IDS]}
            noDefault
            current={null}
            placeholder="Choose a data source"
            filter={(candidate) => !upstreams.some(({ uid }) => uid === candidate.uid)}
            onChange={({ uid, type }) => {
              const kind = kindOfPlugin(type);
              if (kind) {
                changeUpstreams([...upstreams, { uid, kind }]);
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
