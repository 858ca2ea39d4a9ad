import { LoadingState, type DataFrame, type DataQueryError } from '@grafana/data';
import { definitionSteps, type FunnelStep, nextThing, shapeSteps } from '../../core/derive/funnel';
import type { Notice } from '../../core/model/notice';
import type { TrafficResult } from '../../core/model/result';
import type { Decoded } from '../../frames/decoded';
import { shownText } from './shownText';

/** What fills the panel when there is no map to draw: what happened, the details, and what to do. */
export interface PanelMessage {
  readonly severity: 'info' | 'warning' | 'error' | 'loading';
  readonly title: string;
  readonly details: readonly string[];
  readonly advice?: string;
}

export interface MessageInput {
  readonly state: LoadingState;
  readonly frames: readonly DataFrame[];
  readonly errors: readonly DataQueryError[];
  /** What the frames hold; undefined while that is not known yet. */
  readonly decoded?: Decoded;
}

/** The message for data without a map; undefined when there is something to draw. */
export function dataMessage({ state, frames, errors, decoded }: MessageInput): PanelMessage | undefined {
  const { result, problem } = decoded ?? {};
  if (result !== undefined && result.history.nodes.ids.length > 0) {
    return undefined;
  }
  if (decoded === undefined || (state === LoadingState.Loading && frames.length === 0)) {
    return { severity: 'loading', title: 'Loading traffic', details: [] };
  }
  if (errors.length > 0 && (result === undefined || result.counts.length === 0)) {
    return {
      severity: 'error',
      title: 'The query failed',
      details: errors.map(errorText),
      advice: 'Check that the data source answers (Connections → Data sources → Save & test), then refresh.',
    };
  }
  if (frames.every(({ fields }) => fields.length === 0)) {
    const said = frames.flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }) => text));
    return said.length > 0
      ? { severity: 'info', title: 'No data', details: said }
      : {
          severity: 'info',
          title: 'No data',
          details: ['The query returned nothing for this time range.'],
          advice: 'Widen the time range, or check the query and the dashboard variables it uses.',
        };
  }
  if (result === undefined) {
    return {
      severity: 'warning',
      title: 'This data is not traffic yet',
      details: [problem ?? 'No frame has a source and a target. Choose them in the panel options → Data.'],
      advice: 'The Traffic Intuition data source and Node Graph frames need no mapping.',
    };
  }
  return emptyMessage(result);
}

function emptyMessage(result: TrafficResult): PanelMessage {
  const told = result.notices.filter(({ severity }) => severity !== 'info').map(noticeText);
  const hidden = shapeSteps(result.shape);
  const details = [
    ...result.counts.map((counts) => stepWords(counts.definitionId, definitionSteps(counts))),
    ...(hidden.length > 0 ? [stepWords('Drawn', hidden)] : []),
    ...told,
  ];
  return {
    severity: result.notices.some(({ severity }) => severity === 'error') ? 'error' : 'info',
    title: 'No traffic to show',
    details: details.length > 0 ? details : ['The data arrived, but holds no service that calls another.'],
    advice: nextThing(result.counts, result.shape),
  };
}

function stepWords(name: string, steps: readonly FunnelStep[]): string {
  return `${name}: ${steps.map(({ text }) => text).join(' → ')}.`;
}

/** A query error as one line, with its status where there is one. */
export function errorText(error: DataQueryError): string {
  const text = error.data?.message ?? error.message ?? error.data?.error ?? error.statusText ?? 'Unknown error';
  const where = error.refId === undefined ? '' : `Query ${error.refId}: `;
  const isSaid = error.status === undefined || text.includes(`status ${error.status}`);
  return `${where}${text}${isSaid ? '' : ` (status ${error.status})`}`;
}

export function noticeText({ upstream, text }: Notice): string {
  return shownText(upstream === undefined ? text : `${upstream}: ${text}`);
}

export const NO_WEBGL: PanelMessage = {
  severity: 'warning',
  title: 'This browser gives no WebGL 2',
  details: ['The map cannot be drawn here. The same traffic stands in the table below.'],
  advice: 'Turn on hardware acceleration, close other pages that draw in 3D, or use a current browser.',
};

export const CONTEXT_LOST: PanelMessage = {
  severity: 'info',
  title: 'The browser took the graphics context away',
  details: ['This happens after sleep, a driver reset, or with many maps on one page.'],
  advice: 'The map returns by itself as soon as the browser allows.',
};

export const SCENE_NOT_LOADED: PanelMessage = {
  severity: 'error',
  title: 'The map could not be loaded',
  details: ['A part of the plugin did not arrive from the Grafana server. The same traffic stands in the table below.'],
  advice: 'Reload the page; if it stays, ask whoever runs Grafana to check the installation of the plugin.',
};
