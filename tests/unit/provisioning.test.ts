import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');

interface Compose {
  readonly services: Record<
    string,
    { image: string; volumes?: string[]; environment?: Record<string, string>; command?: string }
  >;
}
interface DataSources {
  readonly datasources: Array<{
    uid: string;
    type: string;
    jsonData?: { upstreams?: Array<{ uid: string; kind: string }> };
  }>;
}
interface Target {
  readonly datasource: { uid: string };
  readonly definitions?: Array<{ kind: string; upstream: string }>;
}
interface Dashboard {
  readonly panels: Array<{ id: number; type: string; targets: Target[] }>;
}

const compose: Compose = parse(read('docker-compose.yaml'));
const dataSources: DataSources = parse(read('provisioning/datasources/datasources.yaml'));
const dashboard: Dashboard = JSON.parse(read('provisioning/dashboards/overview.json'));
const pluginId = (folder: string): string => JSON.parse(read(`src/${folder}/plugin.json`)).id;

describe('docker-compose.yaml', () => {
  it('pins every image to one version', () => {
    for (const { image } of Object.values(compose.services)) {
      expect(image).toMatch(/:(\$\{GRAFANA_VERSION:-)?v?\d+\.\d+\.\d+/);
    }
  });

  it('mounts files and folders that the repository or its build has', () => {
    const local = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
    const sources = local.map((volume) => volume.split(':')[0]).filter((source) => !source.startsWith('./dist/'));
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(fs.existsSync(path.join(ROOT, source))).toBe(true);
    }
  });

  it('lets Grafana load both plugins, from where the build puts them', () => {
    const { volumes = [], environment = {} } = compose.services.grafana;
    for (const id of [pluginId('datasource'), pluginId('panel')]) {
      expect(volumes).toContain(`./dist/${id}:/var/lib/grafana/plugins/${id}:ro`);
      expect(environment.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS.split(',')).toContain(id);
    }
  });

  it('starts a program of the demo that exists, with the tsx of the lock file', () => {
    const command = compose.services.services.command ?? '';
    const program = command.split(' ').find((word) => word.endsWith('.ts')) ?? '';
    expect(fs.existsSync(path.join(ROOT, program))).toBe(true);
    expect(command).toContain(`tsx@${JSON.parse(read('package.json')).devDependencies.tsx} `);
  });

  it('scrapes the demo where it listens', () => {
    const prometheus: { scrape_configs: Array<{ static_configs: Array<{ targets: string[] }> }> } = parse(
      read('demo/docker/prometheus.yml')
    );
    expect(prometheus.scrape_configs[0].static_configs[0].targets).toEqual(['services:9500']);
    expect(compose.services.services.command).toContain('--port 9500');
  });
});

describe('provisioned data sources', () => {
  it('name upstreams that are provisioned too, with their own kind', () => {
    const traffic = dataSources.datasources.find(({ type }) => type === pluginId('datasource'));
    const upstreams = traffic?.jsonData?.upstreams ?? [];
    expect(upstreams).toHaveLength(2);
    for (const { uid, kind } of upstreams) {
      expect(dataSources.datasources.find((other) => other.uid === uid)?.type).toBe(kind);
    }
  });
});

describe('provisioned dashboard', () => {
  it('asks data sources and upstreams that are provisioned', () => {
    const uids = new Set(['-- Dashboard --', ...dataSources.datasources.map(({ uid }) => uid)]);
    const targets = dashboard.panels.flatMap((panel) => panel.targets);
    expect(targets.map(({ datasource }) => datasource.uid).filter((uid) => !uids.has(uid))).toEqual([]);
    const asked = targets.flatMap(({ definitions = [] }) => definitions).filter(({ kind }) => kind !== 'simulated');
    expect(asked.map(({ upstream }) => upstream).filter((uid) => !uids.has(uid))).toEqual([]);
    expect(asked.map(({ kind }) => kind).sort()).toEqual(['graphite', 'prometheus']);
  });

  it('shows the flow map, and the same frames in the stock node graph', () => {
    expect(dashboard.panels.map(({ type }) => type)).toEqual(expect.arrayContaining([pluginId('panel'), 'nodeGraph']));
  });
});
