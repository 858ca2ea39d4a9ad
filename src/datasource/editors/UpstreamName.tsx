import { getDataSourceSrv } from '@grafana/runtime';
import { Text } from '@grafana/ui';
import React from 'react';
import type { UpstreamReference } from '../types';
import { delegatedUpstream } from '../upstreams';

/** The name that Grafana knows a data source under; its uid where it knows none. */
export function upstreamName(uid: string): string {
  return getDataSourceSrv().getInstanceSettings({ uid })?.name ?? uid;
}

/** An upstream by the name that Grafana knows it under, or that it is gone. */
export function UpstreamName({ uid, kind }: UpstreamReference) {
  const name = getDataSourceSrv().getInstanceSettings({ uid })?.name;
  return <Text>{name ? `${name} (${delegatedUpstream(kind).label})` : `${uid} (no longer in this Grafana)`}</Text>;
}
