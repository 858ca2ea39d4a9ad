import { groupKey } from '../../core/model/ids';
import type { TrafficHistory } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import type { LinkColumn, SubjectLinks } from '../../frames/linkFields';
import type { LinkTemplate } from './types';

/** Replaces template variables; values are written for the middle of an address. */
type ReplaceInUrl = (text: string, format: 'percentencode' | 'text') => string;

const SAFE_START = /^(https?:\/\/[^/{]|\/(?![/\\]))/i;
const FIELD = /\{(service|group|namespace|id|source|target|from|to)\}/g;
const WHOLE_VALUE = '${__value.raw:raw}';

/** Why a template gives no link; undefined where it does. */
export function linkProblem({ title, url }: LinkTemplate): string | undefined {
  if (title.trim() === '') {
    return 'A link needs a title.';
  }
  return SAFE_START.test(url.trim())
    ? undefined
    : `The address of the link “${title}” must begin with http:// or https:// and a host, or with /.`;
}

/** The links that templates give to services and edges. Those with an unsafe address are left out, with a notice. */
export function templateLinks(
  templates: readonly LinkTemplate[],
  { nodes, edges }: TrafficHistory,
  range: { readonly from: number; readonly to: number },
  replace: ReplaceInUrl
): SubjectLinks & { readonly notices: readonly Notice[] } {
  const problems = templates.flatMap((template) => linkProblem(template) ?? []);
  const usable = templates.filter((template) => linkProblem(template) === undefined);
  const names = nodes.names.map(encode);
  const ids = nodes.ids.map(encode);
  const namespaces = nodes.groups.map((group) => encode(group[group.length - 1] ?? ''));
  const paths = nodes.groups.map((group) => encode(groupKey(group)));
  const times = { from: () => String(range.from), to: () => String(range.to) };
  const ofNode = (node: (row: number) => number): Fields => ({
    ...times,
    service: (row) => names[node(row)],
    group: (row) => paths[node(row)],
    namespace: (row) => namespaces[node(row)],
  });
  const nodeFields: Fields = { ...ofNode((row) => row), id: (row) => ids[row] };
  const edgeFields: Fields = {
    ...ofNode((row) => edges.target[row]),
    id: (row) => encode(edges.ids[row]),
    source: (row) => names[edges.source[row]],
    target: (row) => names[edges.target[row]],
  };
  const column = (template: LinkTemplate, fields: Fields, rows: number, title: string): LinkColumn => ({
    title,
    url: WHOLE_VALUE,
    newTab: template.newTab,
    values: fill(replace(template.url.trim(), 'percentencode'), fields, rows),
  });
  const titleOf = ({ title }: LinkTemplate, fields: Readonly<Record<string, string>>) =>
    replace(title.trim(), 'text').replace(FIELD, (_, name: string) =>
      fields[name] ? `\${__data.fields.${fields[name]}}` : '…'
    );
  return {
    nodes: usable
      .filter((template) => !isForEdges(template))
      .map((template) => column(template, nodeFields, nodes.ids.length, titleOf(template, NODE_TITLES))),
    edges: usable
      .filter((template) => !isForServices(template))
      .map((template) => column(template, edgeFields, edges.ids.length, titleOf(template, EDGE_TITLES))),
    notices: problems.map((text) => ({ severity: 'warning', text })),
  };
}

type Fields = Readonly<Record<string, (row: number) => string>>;

/** Fields of the frames that hold what a place in a title stands for. */
const NODE_TITLES = Object.freeze({ service: 'title', group: 'subtitle', namespace: 'subtitle', id: 'id' });
const EDGE_TITLES = Object.freeze({ source: 'source', target: 'target', id: 'id' });

function isForEdges({ url }: LinkTemplate): boolean {
  return /\{(source|target)\}/.test(url);
}

function isForServices(template: LinkTemplate): boolean {
  return !isForEdges(template) && template.url.includes('{service}');
}

function fill(url: string, fields: Fields, rows: number): readonly string[] {
  const parts = url.split(FIELD);
  const filled = new Array<string>(rows);
  for (let row = 0; row < rows; row++) {
    let text = parts[0];
    for (let part = 1; part < parts.length; part += 2) {
      text += (fields[parts[part]]?.(row) ?? '') + parts[part + 1];
    }
    filled[row] = text;
  }
  return filled;
}

/** A label's value for an address. What is no character of Unicode becomes the sign for that. */
function encode(text: string): string {
  const wellFormed = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
