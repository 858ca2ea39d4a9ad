import * as unstable from '@grafana/runtime/unstable';
import type { VersionBridge } from './bridge';
import { bridge as grafana12 } from './grafana12';

/** Only in 13.2 and later: the libraries refuse to log before the registry of loggers is there. */
interface Loggers {
  readonly initializeLoggersRegistry?: () => void;
}

export const bridge: VersionBridge = {
  ...grafana12,
  initialize: async () => {
    const loggers: Loggers = unstable as object;
    loggers.initializeLoggersRegistry?.();
    await grafana12.initialize();
  },
};
