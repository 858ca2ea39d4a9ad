import type { FrameMapping } from './mapping';

export type FieldRole = keyof FrameMapping;

/** Usual names of each role, without case, spaces and punctuation; earlier ones win. */
const USUAL_NAMES: Readonly<Record<FieldRole, readonly string[]>> = {
  source: [
    'source',
    'sourceworkload',
    'sourceservicename',
    'sourceservice',
    'sourceapp',
    'sourcename',
    'src',
    'client',
    'clientname',
    'clientservice',
    'caller',
    'from',
    'origin',
    'consulsourceservice',
    'deployment',
    'appid',
    'ingress',
    'job',
  ],
  target: [
    'target',
    'destinationservicename',
    'destinationworkload',
    'destinationservice',
    'destinationapp',
    'destinationname',
    'destination',
    'dest',
    'dst',
    'server',
    'servername',
    'serverservice',
    'callee',
    'to',
    'targetservice',
    'consuldestinationservice',
    'dstdeployment',
    'dstappid',
    'serveraddress',
    'upstream',
    'backend',
    'service',
  ],
  rate: [
    'rate',
    'requestrate',
    'requestspersecond',
    'requests',
    'rps',
    'reqps',
    'qps',
    'callspersecond',
    'calls',
    'throughput',
    'traffic',
  ],
  errors: ['errors', 'errorspersecond', 'failed', 'failures', 'failedrequests'],
  errorRatio: ['errorratio', 'errorrate', 'errorpercent', 'errorpercentage', 'errorpct', 'failureratio', 'failurerate'],
  p50: ['p50', 'median', 'latencyp50', 'p50latency', 'durationp50'],
  p95: ['p95', 'latencyp95', 'p95latency', 'durationp95', 'latency', 'duration', 'responsetime'],
  p99: ['p99', 'latencyp99', 'p99latency', 'durationp99'],
  bytes: ['bytes', 'bytespersecond', 'bytesrate', 'bandwidth'],
  class: ['class', 'responsecode', 'statuscode', 'httpresponsestatuscode', 'httpstatus', 'status', 'code', 'outcome'],
  protocol: ['protocol', 'requestprotocol', 'proto', 'connectiontype'],
  sourceGroup: [
    'sourcegroup',
    'sourceworkloadnamespace',
    'sourcenamespace',
    'srcnamespace',
    'clientnamespace',
    'sourcecluster',
  ],
  targetGroup: [
    'targetgroup',
    'destinationworkloadnamespace',
    'destinationservicenamespace',
    'destinationnamespace',
    'targetnamespace',
    'dstnamespace',
    'servernamespace',
    'destinationcluster',
  ],
};

const UNIT_SUFFIX = /(?:seconds|secs|sec|milliseconds|millis|ms|s)$/;

/** The name that has a role: the mapped one, or the first usual one; `undefined` where neither is there. */
export function nameWithRole(names: readonly string[], role: FieldRole, mapping: FrameMapping): string | undefined {
  const mapped = mapping[role];
  if (mapped !== undefined) {
    return names.includes(mapped) ? mapped : undefined;
  }
  const plain = names.map(plainName);
  for (const usual of USUAL_NAMES[role]) {
    const index = plain.indexOf(usual);
    if (index >= 0) {
      return names[index];
    }
  }
  const bare = plain.map((name) => name.replace(UNIT_SUFFIX, ''));
  return names[bare.findIndex((name) => USUAL_NAMES[role].includes(name))];
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^detail__/, '')
    .replace(/[^a-z0-9]/g, '');
}
