import {
  DataSourceVariable,
  EmbeddedScene,
  SceneControlsSpacer,
  SceneFlexItem,
  SceneFlexLayout,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  VizPanel,
} from '@grafana/scenes';
import type { Scenario } from '../../scenarios';
import type { Address } from '../address';

export interface Dashboard {
  readonly scene: EmbeddedScene;
  /** Of the first panel, which the options and the query editor are for. */
  readonly panel: VizPanel;
  readonly runner: SceneQueryRunner;
}

const INTERVALS = ['1s', '5s', '10s', '30s', '1m'];

interface PanelInit {
  readonly scenario: Scenario;
  readonly options: Readonly<Record<string, unknown>>;
  readonly dataSourceType: string;
  readonly panelPlugin: string;
  readonly title: string;
}

function createPanel({ scenario, options, dataSourceType, panelPlugin, title }: PanelInit): VizPanel {
  return new VizPanel({
    pluginId: panelPlugin,
    title,
    options: { ...scenario.options, ...options },
    fieldConfig: { defaults: {}, overrides: [] },
    $data: new SceneQueryRunner({
      datasource: { uid: scenario.dataSource, type: dataSourceType },
      queries: scenario.queries.map((query) => ({ ...query })),
    }),
  });
}

/** The dashboard of a scenario: pickers above, one panel or as many copies as the address asks for. */
export function createDashboard(
  scenario: Scenario,
  address: Address,
  dataSourceType: string,
  panelPlugin: string
): Dashboard {
  const panels = Array.from({ length: address.panels }, (_, index) =>
    createPanel({
      scenario,
      options: address.options,
      dataSourceType,
      panelPlugin,
      title: address.panels > 1 ? `${scenario.title} (${index + 1})` : scenario.title,
    })
  );
  const size = {
    width: address.width,
    height: address.height,
    minHeight: address.height ?? 280,
    ySizing: address.height ? 'content' : 'fill',
  } as const;
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({
      from: address.from ?? scenario.from ?? 'now-15m',
      to: address.to ?? scenario.to ?? 'now',
    }),
    $variables: new SceneVariableSet({
      variables: [new DataSourceVariable({ name: 'prometheus', label: 'Prometheus', pluginId: 'prometheus' })],
    }),
    controls: [
      new VariableValueSelectors({}),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ intervals: INTERVALS, refresh: address.refresh, isOnCanvas: true }),
    ],
    body: new SceneFlexLayout({
      direction: address.panels > 1 ? 'row' : 'column',
      wrap: address.panels > 1 ? 'wrap' : undefined,
      children: panels.map((panel) => new SceneFlexItem({ ...size, body: panel })),
    }),
  });
  return { scene, panel: panels[0], runner: panels[0].state.$data as SceneQueryRunner };
}
