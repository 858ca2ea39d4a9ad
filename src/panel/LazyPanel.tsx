import React, { lazy, Suspense } from 'react';
import type { PanelProps } from '@grafana/data';
import { Message } from './components/Message';
import type { PanelMessage } from './model/messages';
import type { PanelOptions } from './options/types';

// Grafana fetches every panel's module with the dashboard; what only a visible map needs comes with the map.
const TrafficPanel = lazy(() =>
  import(/* webpackChunkName: "panel" */ './TrafficPanel').then(({ TrafficPanel: component }) => ({
    default: component,
  }))
);

const LOADING: PanelMessage = { severity: 'loading', title: 'Loading the map', details: [] };

/** The panel, fetched when it is first shown. */
export function LazyPanel(props: PanelProps<PanelOptions>) {
  return (
    <Suspense fallback={<Message message={LOADING} compact />}>
      <TrafficPanel {...props} />
    </Suspense>
  );
}
