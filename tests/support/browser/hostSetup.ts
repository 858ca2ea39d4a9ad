import { ensureHost } from '../../../workbench/build';
import { DEFAULT_VERSION, hostVersion } from '../../../workbench/versions';

/** Bundles the workbench's page where it has changed, before files that run side by side would all do so. */
export default function setup(): Promise<void> {
  return ensureHost(hostVersion(DEFAULT_VERSION));
}
