import type { LayoutName, LayoutOrder } from '../../core/model/layout';
import type { WrittenNumber, WrittenRule } from '../../core/model/threshold';
import type { FrameMapping } from '../../frames/mapping';
import type { SceneOptions } from '../../scene/types';
import type { KindRule } from '../model/kindRules';
import type { Pins } from '../model/pins';
import type { VariableOptions } from '../model/variables';

/** Where the limits of one metric come from: the query's own rules, this panel, or nowhere. */
export type ThresholdSource = 'query' | 'here' | 'off';

/** Limits of one metric, in the units of `ThresholdRule`: ratios 0–1, seconds, requests per second. */
export interface ThresholdSetting {
  readonly source: ThresholdSource;
  readonly warning?: WrittenNumber;
  readonly danger?: WrittenNumber;
}

/** The metrics that the options pane offers for nodes and edges. */
export type ThresholdMetricKey = 'errorRatio' | 'p95' | 'lowRate';

export type ScopeThresholds = Readonly<Record<ThresholdMetricKey, ThresholdSetting>>;

export interface ThresholdOptions {
  readonly nodes: ScopeThresholds;
  readonly edges: ScopeThresholds;
  /** Tried before everything else, in order. */
  readonly rules: readonly WrittenRule[];
}

/** `auto` shows groups while there are many services, and services otherwise. */
export type DetailOption = 'auto' | 'groups' | 'services';

/** Field names of frames that are not of the Traffic Intuition data source; empty: found by their usual names. */
export type MappingOptions = FrameMapping;

export interface PanelOptions {
  readonly thresholds: ThresholdOptions;
  readonly layout: {
    readonly name: LayoutName;
    readonly entry?: string;
    /** Of the grid. */
    readonly order?: LayoutOrder;
  };
  readonly detail: DetailOption;
  /** Edges with fewer requests per second are left out. */
  readonly minimumRate: number;
  readonly particles: {
    readonly maximum: number;
    /** CSS pixels. */
    readonly size: number;
    readonly density: SceneOptions['density'];
    readonly speed: SceneOptions['speed'];
    /** Whether answers travel back beside their edges. */
    readonly responses: boolean;
    /** Frames a second at most; 0 for the display's own. */
    readonly frameRateLimit: number;
  };
  readonly labels: {
    readonly show: boolean;
    readonly edge: SceneOptions['edgeLabel'];
    readonly rateUnit: string;
    /** Factor on the size of texts on the map. */
    readonly scale: number;
  };
  /** Which services are shown as what; the first rule that matches holds, and what none matches keeps its kind. */
  readonly kinds: readonly KindRule[];
  readonly sizeByTraffic: boolean;
  readonly palette: 'theme' | 'colourBlind' | 'highContrast';
  readonly motion: 'system' | 'still';
  /** `cooperative`: the page scrolls, and Ctrl or Cmd zooms; `greedy`: the wheel always zooms. */
  readonly zoomMode: 'cooperative' | 'greedy';
  /** Whether nodes can be moved with the pointer; the keyboard can always. */
  readonly moveNodes: boolean;
  readonly pins: Pins;
  readonly showLegend: boolean;
  readonly showToolbar: boolean;
  readonly showReplay: boolean;
  readonly showStatistics: boolean;
  readonly mapping: MappingOptions;
  /** Ref id of the query to draw, where several answered with a map; empty or gone: the first. */
  readonly query: string;
  readonly variables: VariableOptions;
}
