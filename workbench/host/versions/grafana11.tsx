import React, { type ComponentType, type PropsWithChildren, type ReactElement } from 'react';
import * as router from 'react-router-dom';
import { locationService } from '@grafana/runtime';
import type { VersionBridge } from './bridge';

/** In router 5, which this version's libraries use, a router takes the history itself. */
const Router = router.Router as unknown as ComponentType<
  PropsWithChildren<{ history: ReturnType<typeof locationService.getHistory> }>
>;

function HostRouter({ children }: PropsWithChildren): ReactElement {
  return <Router history={locationService.getHistory()}>{children}</Router>;
}

export const bridge: VersionBridge = { HostRouter, sharedModules: {}, initialize: () => Promise.resolve() };
