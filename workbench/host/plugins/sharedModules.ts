import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import lodash from 'lodash';
import React from 'react';
import ReactDOM from 'react-dom';
import * as router from 'react-router-dom';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as ui from '@grafana/ui';
import { bridge } from '../versions/current';

/** Tells SystemJS to hand over a module's default export, for those that are functions themselves. */
const asDefault = (module: object): object => ({ default: module, __useDefault: true });

/**
 * What every supported Grafana shares with its plugins, under the names that plugins import. `react/jsx-runtime` is
 * left out on purpose: older Grafana does not share it, so a plugin must not ask for it.
 */
const SHARED_MODULES: Readonly<Record<string, object>> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': data,
  '@grafana/runtime': runtime,
  '@grafana/ui': ui,
  lodash: asDefault(lodash),
  react: React,
  'react-dom': ReactDOM,
  'react-router-dom': router,
  'react-router': router,
  rxjs,
  'rxjs/operators': rxjsOperators,
  ...bridge.sharedModules,
};

/** All shared modules by name. Grafana's lint rules keep plugins from `moment`, which it shares all the same. */
export async function sharedModules(): Promise<Readonly<Record<string, object>>> {
  const { default: moment } = await import('moment');
  return { ...SHARED_MODULES, moment: asDefault(moment) };
}
