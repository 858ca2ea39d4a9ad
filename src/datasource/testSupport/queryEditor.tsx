import type { PanelData } from '@grafana/data';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import { QueryEditor } from '../editors/QueryEditor';
import { TrafficDataSource } from '../TrafficDataSource';
import type { QueryDefinition, TrafficJsonData, TrafficQuery } from '../types';
import { instanceSettings } from './fakeUpstream';
import { installDataSources, installIntersectionObserver, installTemplates } from './standIns';

/** Data sources that can be chosen. */
export const EXISTING = [instanceSettings('prom', 'prometheus'), instanceSettings('carbon', 'graphite')];

export const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(a[1m])' },
  mapping: { source: { label: 'from' }, target: { label: 'to' } },
};

/** What the editor finds around it in Grafana: call it before each test. */
export function installSurroundings(): void {
  installIntersectionObserver();
  installDataSources(EXISTING);
  installTemplates((text) => text.replace('$slo', 'gold'));
}

export interface MountedQueryEditor {
  /** Queries that the editor handed on, newest last. */
  readonly changes: readonly TrafficQuery[];
  /** The query at each time that it was run. */
  readonly runs: readonly TrafficQuery[];
  readonly user: UserEvent;
}

/** The editor as a dashboard holds it: every change comes back as the next query. */
export function mountQueryEditor(
  query: TrafficQuery,
  settings: TrafficJsonData = {},
  data?: PanelData
): MountedQueryEditor {
  const changes: TrafficQuery[] = [];
  const runs: TrafficQuery[] = [];
  const datasource = new TrafficDataSource(instanceSettings('traffic', 'intuition-traffic-datasource', settings));
  function Host() {
    const [current, setCurrent] = useState(query);
    return (
      <QueryEditor
        datasource={datasource}
        query={current}
        data={data}
        onChange={(changed) => {
          changes.push(changed);
          setCurrent(changed);
        }}
        onRunQuery={() => runs.push(changes[changes.length - 1])}
      />
    );
  }
  render(<Host />);
  return { changes, runs, user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/** Replaces the text of a field, and leaves it uncommitted. */
export async function write(user: UserEvent, label: string | RegExp, text: string): Promise<void> {
  const field = screen.getAllByLabelText(label)[0];
  await user.clear(field);
  if (text !== '') {
    await user.click(field);
    await user.paste(text);
  }
}

/** Replaces the text of a field, and commits it. */
export async function enter(user: UserEvent, label: string | RegExp, text: string): Promise<void> {
  await write(user, label, text);
  await user.keyboard('{Enter}');
}

/** Presses an icon. Not by pointer: hovering would also lay out its tooltip, which takes jsdom a second. */
export function press(label: string): void {
  fireEvent.click(screen.getByLabelText(label));
}
