import React from 'react';
import { act, render, type RenderResult } from '@testing-library/react';
import {
  applyFieldOverrides,
  createTheme,
  dateTime,
  EventBusSrv,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { encodeTraffic } from '../../frames/encode';
import type { TrafficResult } from '../../core/model/result';
import { completeOptions, type StoredOptions } from '../options/defaults';
import type { PanelOptions } from '../options/types';
import { SceneLoader } from '../sceneModule';
import { TrafficPanel } from '../TrafficPanel';
import { fakeScenes, type FakeScenes } from './fakeScene';

export interface PanelUnderTest extends RenderResult {
  readonly scenes: FakeScenes;
  /** What the panel asked its host to store, newest last. */
  readonly stored: readonly PanelOptions[];
  readonly show: (change: PanelChange) => Promise<void>;
}

export interface PanelChange {
  readonly data?: Partial<PanelData>;
  readonly options?: StoredOptions;
  readonly width?: number;
  readonly height?: number;
}

export function framesOf(result: TrafficResult): DataFrame[] {
  return applyFieldOverrides({
    data: encodeTraffic(result, { refId: 'A' }).map((frame) => toDataFrame(frame)),
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text) => text,
    theme: createTheme(),
  });
}

/** Shows the panel as Grafana does, with a scene that needs no WebGL, and waits until it has settled. */
export async function renderPanel(change: PanelChange, scenes = fakeScenes()): Promise<PanelUnderTest> {
  const stored: PanelOptions[] = [];
  let now: Shown = { data: panelData({}), options: completeOptions({}), width: 800, height: 500 };
  const apply = (next: PanelChange) => {
    now = {
      data: next.data === undefined ? now.data : panelData(next.data),
      options: next.options === undefined ? now.options : completeOptions(next.options),
      width: next.width ?? now.width,
      height: next.height ?? now.height,
    };
    return panel(scenes, now, (options) => stored.push(options));
  };
  let view: RenderResult | undefined;
  await act(async () => {
    view = render(apply(change));
  });
  await settle();
  if (view === undefined) {
    throw new Error('renderPanel: nothing was rendered');
  }
  const rendered = view;
  return {
    ...rendered,
    scenes,
    stored,
    show: async (next) => {
      await act(async () => rendered.rerender(apply(next)));
      await settle();
    },
  };
}

/** Lets promises (the scene's code, a layout) and what follows from them run. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 10; turn++) {
      await Promise.resolve();
    }
  });
}

function panelData(data: Partial<PanelData>): PanelData {
  const from = dateTime(0);
  const to = dateTime(120_000);
  return { state: LoadingState.Done, series: [], timeRange: { from, to, raw: { from, to } }, ...data };
}

interface Shown {
  readonly data: PanelData;
  readonly options: PanelOptions;
  readonly width: number;
  readonly height: number;
}

function panel(scenes: FakeScenes, { data, options, width, height }: Shown, store: (options: PanelOptions) => void) {
  const props: PanelProps<PanelOptions> = {
    id: 1,
    data,
    timeRange: data.timeRange,
    timeZone: 'utc',
    options,
    transparent: false,
    width,
    height,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'Traffic',
    eventBus: new EventBusSrv(),
    onOptionsChange: store,
    onFieldConfigChange: () => undefined,
    replaceVariables: (text) => text,
    onChangeTimeRange: () => undefined,
  };
  return (
    <SceneLoader.Provider value={scenes.load}>
      <TrafficPanel {...props} />
    </SceneLoader.Provider>
  );
}
