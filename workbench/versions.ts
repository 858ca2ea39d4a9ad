import path from 'node:path';

/** A Grafana version whose published libraries the host page can be made of. */
export interface HostVersion {
  readonly name: string;
  /** Folder with the `node_modules` that Grafana's libraries are taken from. */
  readonly folder: string;
  /** File of `host/versions` that bridges what differs. */
  readonly bridge: 'grafana11' | 'grafana12' | 'grafana13_2';
  /** False where the host draws only the simulated upstream, to spare an install of Grafana's Prometheus library. */
  readonly prometheus: boolean;
}

export const WORKBENCH_FOLDER = __dirname;
export const REPOSITORY = path.join(__dirname, '..');
/** Where `npm run build` puts the two plugins. */
export const PLUGINS_FOLDER = path.join(REPOSITORY, 'dist');

/** The version that the repository's own `node_modules` holds. */
export const DEFAULT_VERSION = '12.4';

const hostFolder = (name: string): string => path.join(WORKBENCH_FOLDER, 'hosts', name);

export const HOST_VERSIONS: readonly HostVersion[] = Object.freeze([
  { name: '11.1', folder: hostFolder('11.1'), bridge: 'grafana11', prometheus: false },
  { name: DEFAULT_VERSION, folder: REPOSITORY, bridge: 'grafana12', prometheus: true },
  { name: '13.1', folder: hostFolder('13.1'), bridge: 'grafana12', prometheus: false },
  { name: '13.2', folder: hostFolder('13.2'), bridge: 'grafana13_2', prometheus: false },
] as const);

/** Throws when there is no such host. */
export function hostVersion(name: string): HostVersion {
  const found = HOST_VERSIONS.find((version) => version.name === name);
  if (found === undefined) {
    throw new Error(
      `There is no workbench host for Grafana "${name}"; there are ${HOST_VERSIONS.map((version) => version.name).join(', ')}`
    );
  }
  return found;
}

/** Where the bundle of a host goes. */
export const outputFolder = (version: HostVersion): string =>
  path.join(REPOSITORY, '.cache', 'workbench', version.name);
