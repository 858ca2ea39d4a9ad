import type { SceneDataQuery } from '@grafana/scenes';

/** One thing to look at in the workbench: data, and how the panel is set up for it. */
export interface Scenario {
  /** As in the address: `?scenario=name`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for the list. */
  readonly about: string;
  /** Uid of a data source of the host, see `host/dataSources/settings.ts`. */
  readonly dataSource: string;
  readonly queries: readonly SceneDataQuery[];
  /** The panel's options where they are not its defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Relative or absolute, as Grafana writes them; absent: the last 15 minutes. */
  readonly from?: string;
  readonly to?: string;
  /** Makes WebGL 2 unavailable to the page. */
  readonly withoutWebGl?: boolean;
}
