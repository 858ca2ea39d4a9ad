import React, { type PropsWithChildren, type ReactElement } from 'react';
import { Router } from 'react-router-dom';
import * as i18n from '@grafana/i18n';
import { locationService } from '@grafana/runtime';
import type { VersionBridge } from './bridge';

function HostRouter({ children }: PropsWithChildren): ReactElement {
  const history = locationService.getHistory();
  // Router 6 reads the same members of a history as version 4 of that package has.
  const navigator = history as unknown as React.ComponentProps<typeof Router>['navigator'];
  return (
    <Router navigator={navigator} location={history.location as React.ComponentProps<typeof Router>['location']}>
      {children}
    </Router>
  );
}

export const bridge: VersionBridge = {
  HostRouter,
  sharedModules: { '@grafana/i18n': i18n },
  initialize: async () => {
    await i18n.initPluginTranslations('grafana');
  },
};
