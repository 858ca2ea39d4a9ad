import { getDataSourceSrv } from '@grafana/runtime';
import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { QueryDefinition, UpstreamReference } from '../types';
import { kindOfPlugin, UPSTREAM_PLUGIN_IDS } from '../upstreams';

const OFFERED = 3;

export interface UpstreamOfferProps {
  readonly definitions: readonly QueryDefinition[];
  readonly onChoose: (upstream: UpstreamReference) => void;
}

/** While all traffic is simulated: the data sources that this Grafana has, one click away. */
export function UpstreamOffer({ definitions, onChoose }: UpstreamOfferProps) {
  if (!definitions.every((definition) => definition.kind === 'simulated')) {
    return null;
  }
  const found = getDataSourceSrv().getList({ type: [...UPSTREAM_PLUGIN_IDS] });
  if (found.length === 0) {
    return null;
  }
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <Text variant="bodySmall">This traffic is invented. See your own from</Text>
      {found.slice(0, OFFERED).map(({ uid, name, type }) => {
        const kind = kindOfPlugin(type);
        return (
          kind && (
            <Button key={uid} size="sm" variant="primary" onClick={() => onChoose({ uid, kind })}>
              {name}
            </Button>
          )
        );
      })}
    </Stack>
  );
}
