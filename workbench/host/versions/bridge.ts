import type { PropsWithChildren, ReactElement } from 'react';

/** What differs from one Grafana version to another and cannot be told at run time. */
export interface VersionBridge {
  /** The router context that this version's libraries link and navigate through. */
  readonly HostRouter: (props: PropsWithChildren) => ReactElement;
  /** Modules that only this version shares with plugins, by name. */
  readonly sharedModules: Readonly<Record<string, object>>;
  /** Sets up what only this version has. */
  readonly initialize: () => Promise<void>;
}
