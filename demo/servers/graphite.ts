import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { answers } from './http';
import { PROGRAMS } from './missing';
import { runToEnd, startProcess, waitUntilReady, type ServerProcess } from './serverProcess';

export interface GraphiteOptions {
  /** Where configuration, data and logs live. What is there stays. */
  readonly directory: string;
  /** Of graphite-web. */
  readonly port: number;
  /** Of carbon's plaintext receiver. */
  readonly carbonPort: number;
  /** Of carbon's cache, which graphite-web asks for what is not yet on disk. */
  readonly carbonLinkPort: number;
  /** How long points are kept, as carbon writes it, such as "10s:1d". */
  readonly retention: string;
  readonly signal?: AbortSignal;
}

export interface GraphiteServer {
  stop(): Promise<void>;
}

/** Debian's own: another Python would lack Django. */
const PYTHON = '/usr/bin/python3';

const READY_MS = 60_000;

/** graphite-web answers with nothing, and no error, where its own timeouts of a few seconds run out. */
const TIMEOUTS = 'FIND_TIMEOUT = 60.0\nFETCH_TIMEOUT = 60.0\nSTORE_FAIL_ON_ERROR = True';

/** Starts Debian's graphite-web and carbon on loopback ports and waits until both answer. */
export async function startGraphite(options: GraphiteOptions): Promise<GraphiteServer> {
  const { directory, port, carbonPort, signal } = options;
  for (const folder of ['conf', 'storage/whisper', 'log']) {
    mkdirSync(path.join(directory, folder), { recursive: true });
  }
  writeFileSync(path.join(directory, 'conf/demo_settings.py'), webSettings(options));
  writeFileSync(path.join(directory, 'conf/carbon.conf'), carbonSettings(options));
  writeFileSync(
    path.join(directory, 'conf/storage-schemas.conf'),
    `[demo]\npattern = .*\nretentions = ${options.retention}\n`
  );
  const environment = {
    DJANGO_SETTINGS_MODULE: 'graphite.settings',
    GRAPHITE_SETTINGS_MODULE: 'demo_settings',
    PYTHONPATH: path.join(directory, 'conf'),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const log = (name: string) => path.join(directory, `log/${name}.log`);
  await runToEnd(
    {
      name: 'graphite-manage migrate',
      program: PROGRAMS.graphite.path,
      args: ['migrate', '--run-syncdb', '--verbosity', '0'],
      directory,
      logFile: log('migrate'),
      environment,
    },
    signal
  );
  // While carbon writes tags into the database, graphite-web must still be able to read it.
  await runToEnd(
    {
      name: 'write-ahead log of the tag database',
      program: PYTHON,
      args: [
        '-c',
        `import sqlite3; sqlite3.connect(${JSON.stringify(database(directory))}).execute('PRAGMA journal_mode=WAL')`,
      ],
      directory,
      logFile: log('migrate'),
    },
    signal
  );
  const web = startProcess({
    name: `graphite-web on port ${port}`,
    program: PROGRAMS.gunicorn.path,
    // Connections are kept longer than clients keep them: whoever closes first must be the one that would send next.
    args: [
      ...['--workers', '1', '--threads', '4', '--keep-alive', '75'],
      ...['--bind', `127.0.0.1:${port}`, 'graphite.wsgi:application'],
    ],
    directory,
    logFile: log('graphite-web'),
    environment,
  });
  const started: ServerProcess[] = [web];
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
  };
  try {
    // carbon tells graphite-web of each tagged series when it first meets it, and drops what finds no listener.
    await waitUntilReady(web, () => answers(`http://127.0.0.1:${port}/metrics/find?query=*`), READY_MS, signal);
    const carbon = startProcess({
      name: `carbon on port ${carbonPort}`,
      program: PROGRAMS.carbon.path,
      args: [
        '--nodaemon',
        `--config=${path.join(directory, 'conf/carbon.conf')}`,
        `--pidfile=${path.join(directory, 'carbon.pid')}`,
        `--logdir=${path.join(directory, 'log')}`,
        'start',
      ],
      directory,
      logFile: log('carbon'),
    });
    started.push(carbon);
    await waitUntilReady(carbon, () => listens(carbonPort), READY_MS, signal);
    await waitUntilReady(carbon, () => listens(options.carbonLinkPort), READY_MS, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

function database(directory: string): string {
  return path.join(directory, 'storage/graphite.db');
}

function webSettings({ directory, carbonLinkPort }: GraphiteOptions): string {
  const at = (folder: string) => JSON.stringify(path.join(directory, folder));
  return `SECRET_KEY = 'a demo on loopback keeps no secret'
TIME_ZONE = 'UTC'
CONF_DIR = ${at('conf')}
STORAGE_DIR = ${at('storage')}
WHISPER_DIR = ${at('storage/whisper')}
STANDARD_DIRS = [WHISPER_DIR]
LOG_DIR = ${at('log')}
INDEX_FILE = ${at('storage/index')}
CARBONLINK_HOSTS = ['127.0.0.1:${carbonLinkPort}']
DEFAULT_CACHE_DURATION = 1
FIND_CACHE_DURATION = 1
TAGDB_CACHE_DURATION = 1
${TIMEOUTS}
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ${JSON.stringify(database(directory))}, 'OPTIONS': {'timeout': 30}}}
`;
}

function carbonSettings({ directory, port, carbonPort, carbonLinkPort }: GraphiteOptions): string {
  const at = (folder: string) => path.join(directory, folder);
  return `[cache]
STORAGE_DIR = ${at('storage')}
LOCAL_DATA_DIR = ${at('storage/whisper')}
CONF_DIR = ${at('conf')}
LOG_DIR = ${at('log')}
PID_DIR = ${directory}
USER =
DATABASE = whisper
ENABLE_LOGROTATION = False
LINE_RECEIVER_INTERFACE = 127.0.0.1
LINE_RECEIVER_PORT = ${carbonPort}
PICKLE_RECEIVER_PORT = 0
CACHE_QUERY_INTERFACE = 127.0.0.1
CACHE_QUERY_PORT = ${carbonLinkPort}
MAX_CACHE_SIZE = inf
MAX_UPDATES_PER_SECOND = inf
MAX_CREATES_PER_MINUTE = inf
WHISPER_SPARSE_CREATE = True
WHISPER_FALLOCATE_CREATE = False
ENABLE_TAGS = True
TAG_UPDATE_INTERVAL = 1
GRAPHITE_URL = http://127.0.0.1:${port}
CARBON_METRIC_INTERVAL = 0
`;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
