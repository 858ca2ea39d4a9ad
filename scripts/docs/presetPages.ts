import { DEFAULT_CLASSES, type EndpointMapping, type TrafficExpressions } from '../../src/core/model/definition';
import { PRESETS } from '../../src/datasource/presets';
import type { Preset } from '../../src/datasource/presets/preset';

/** A page by its name below docs/presets. */
export type Pages = ReadonlyMap<string, string>;

const NOTE = '<!-- Made from src/datasource/presets by `npm run docs:presets`. Change the preset, not this page. -->';

const EXPRESSIONS: ReadonlyArray<readonly [keyof TrafficExpressions, string]> = [
  ['requests', 'Requests per second'],
  ['errors', 'Failed requests per second'],
  ['p50', 'Latency, p50'],
  ['p95', 'Latency, p95'],
  ['p99', 'Latency, p99'],
  ['bytes', 'Bytes per second'],
];

const HOSTS =
  '| names | hosts are read: `orders.shop.svc.cluster.local:8080` is the service `orders` in the group `shop` ([names](../mapping.md#from-values-to-names)) |';

const KINDS = { prometheus: 'Prometheus', graphite: 'Graphite' } as const;

/** A page for each preset, and one that lists them. */
export function presetPages(): Pages {
  return new Map([
    ['README.md', indexPage()],
    ...PRESETS.map((preset) => [`${preset.id}.md`, presetPage(preset)] as const),
  ]);
}

function indexPage(): string {
  const rows = PRESETS.map(
    ({ id, label, kind, needs }) => `| [${label}](${id}.md) | ${KINDS[kind]} | ${cell(needs)} |`
  );
  return lines([
    '# Presets',
    '',
    NOTE,
    '',
    'How known systems name the traffic between services, as the query editor fills it in. Each is proven on a real',
    'Prometheus and a real VictoriaMetrics, or on a real Graphite, with series of that naming: rate, error ratio and p95,',
    'as far as the system has them, equal the truth.',
    '',
    '| preset | upstream | needs |',
    '| --- | --- | --- |',
    ...rows,
  ]);
}

function presetPage(preset: Preset): string {
  const { label, kind, needs, enable, pitfalls, mapping, naming, pathPattern, latencyUnit } = preset;
  return lines([
    `# ${label}`,
    '',
    NOTE,
    '',
    `Upstream: ${KINDS[kind]}. Id of the preset: \`${preset.id}\`. [All presets](README.md)`,
    '',
    '## What it needs',
    '',
    fenced('text', needs),
    '',
    ...(enable ? ['What must be turned on:', '', fenced('text', enable), ''] : []),
    '## What to know of its numbers',
    '',
    escapeText(pitfalls),
    '',
    '## Queries',
    '',
    ...EXPRESSIONS.flatMap(([name, title]) => expression(preset, name, title)),
    ...(latencyUnit === 'ms' ? ['Latency comes in milliseconds, and is shown in seconds.', ''] : []),
    '## How an answer becomes edges',
    '',
    '| | from |',
    '| --- | --- |',
    `| caller | ${endpoint(mapping.source)} |`,
    `| called service | ${endpoint(mapping.target)} |`,
    ...(mapping.source.groupLabels ? [`| groups of the caller | ${codes(mapping.source.groupLabels)} |`] : []),
    ...(mapping.target.groupLabels ? [`| groups of the called service | ${codes(mapping.target.groupLabels)} |`] : []),
    ...(mapping.classLabel ? [`| class | \`${mapping.classLabel}\` |`] : []),
    ...(mapping.protocolLabel ? [`| protocol | \`${mapping.protocolLabel}\` |`] : []),
    ...(naming?.hosts ? [HOSTS] : []),
    ...(pathPattern ? [`| parts of the path | ${codes(pathPattern.split(/\s+/))} |`] : []),
    ...(mapping.classLabel ? ['', ...classes(preset)] : []),
  ]);
}

function classes({ classes: own, mapping }: Preset): readonly string[] {
  const rows = (own ?? DEFAULT_CLASSES).map(
    ({ name, severity, match }) =>
      `| ${name} | ${severity} | ${match === undefined ? 'whatever no other class takes' : codes([match])} |`
  );
  return [
    `Classes by \`${mapping.classLabel ?? ''}\`:`,
    '',
    '| class | severity | matches |',
    '| --- | --- | --- |',
    ...rows,
  ];
}

function expression({ kind, expressions }: Preset, name: keyof TrafficExpressions, title: string): readonly string[] {
  const text = expressions[name];
  return text === undefined ? [] : [`${title}:`, '', fenced(kind === 'prometheus' ? 'promql' : 'text', text), ''];
}

function endpoint({ label, constant }: EndpointMapping): string {
  return label === undefined ? `always “${constant ?? ''}”` : `\`${label}\``;
}

function codes(texts: readonly string[]): string {
  return texts.map((text) => `\`${cell(text)}\``).join(', ');
}

/** In a table a bar would end the cell, even within backticks. */
function cell(text: string): string {
  return escapeText(text).replaceAll('|', '\\|');
}

function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;');
}

function fenced(language: string, text: string): string {
  return ['```' + language, text, '```'].join('\n');
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n').trimEnd()}\n`;
}
