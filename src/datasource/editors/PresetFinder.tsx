import { getDataSourceSrv } from '@grafana/runtime';
import { Button, Stack, Text } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { from, mergeMap } from 'rxjs';
import { PRESETS } from '../presets';
import type { Preset } from '../presets/preset';
import { findPresets, type PresetSearch } from '../query/findPresets';
import { DEFAULT_TIMEOUT_SECONDS, type UpstreamReference } from '../types';
import { delegatedUpstream } from '../upstreams';

export interface PresetFinderProps {
  readonly upstream: UpstreamReference;
  /** Whether to look at once, without being asked to. */
  readonly looksAtOnce: boolean;
  readonly onChoose: (preset: Preset) => void;
}

/** Looks which presets have data in an upstream, and offers them: the one with most edges, and most to tell of them, first. */
export function PresetFinder({ upstream: { kind, uid }, looksAtOnce, onChoose }: PresetFinderProps) {
  const [looks, setLooks] = useState(looksAtOnce ? 1 : 0);
  const [search, setSearch] = useState<PresetSearch>();
  useEffect(() => {
    if (looks === 0) {
      return undefined;
    }
    const presets = PRESETS.filter((preset) => preset.kind === kind);
    const asked = from(getDataSourceSrv().get({ uid })).pipe(
      mergeMap((api) => findPresets(presets, api, delegatedUpstream(kind), Date.now(), DEFAULT_TIMEOUT_SECONDS * 1000))
    );
    const subscription = asked.subscribe({
      next: setSearch,
      error: () => setSearch({ failure: { upstream: uid, message: `Grafana has no data source “${uid}”.` } }),
    });
    return () => subscription.unsubscribe();
  }, [kind, uid, looks]);
  const look = () => {
    setSearch(undefined);
    setLooks(looks + 1);
  };
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <Button size="sm" variant="secondary" icon="search" onClick={look} disabled={looks > 0 && !search}>
        {looks > 0 && !search ? 'Looking…' : 'Find presets with data'}
      </Button>
      {search && <Findings search={search} onChoose={onChoose} />}
    </Stack>
  );
}

function Findings({
  search,
  onChoose,
}: {
  readonly search: PresetSearch;
  readonly onChoose: (preset: Preset) => void;
}) {
  if ('failure' in search) {
    return (
      <Text variant="bodySmall" color="warning">
        {search.failure.message}
      </Text>
    );
  }
  if (search.found.length === 0) {
    return (
      <Text variant="bodySmall" color="secondary">
        No preset has data here. Write expressions for your own metrics below.
      </Text>
    );
  }
  return (
    <>
      {search.found.map(({ preset, edges }, index) => (
        <Button
          key={preset.id}
          size="sm"
          variant={index === 0 ? 'primary' : 'secondary'}
          onClick={() => onChoose(preset)}
        >
          {`${preset.label}: ${edges.toLocaleString('en-US')} ${edges === 1 ? 'edge' : 'edges'}`}
        </Button>
      ))}
    </>
  );
}
