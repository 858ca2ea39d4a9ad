import { groupKey } from '../../core/model/ids';
import type { TrafficHistory } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import { overRows } from '../../core/steps/overRows';
import type { Steps } from '../../core/steps/steps';
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
export function* templateLinks(
  templates: readonly LinkTemplate[],
  { nodes, edges }: TrafficHistory,
  range: { readonly from: number; readonly to: number },
  replace: ReplaceInUrl
): Steps<SubjectLinks & { readonly notices: readonly Notice[] }> {
  const problems = templates.flatMap((template) => linkProblem(template) ?? []);
  const usable = templates.filter((template) => linkProblem(template) === undefined);
  const names = yield* encodeAll(usable.length && nodes.names.length, (row) => nodes.names[row]);
  const times = { from: () => String(range.from), to: () => String(range.to) };
  const ofNode = (node: (row: number) => number): Fields => ({
    ...times,
    service: (row) => names[node(row)],
    group: (row) => encode(groupKey(nodes.groups[node(row)])),
    namespace: (row) => encode(nodes.groups[node(row)].at(-1) ?? ''),
  });
  const nodeFields: Fields = { ...ofNode((row) => row), id: (row) => encode(nodes.ids[row]) };
  const edgeFields: Fields = {
    ...ofNode((row) => edges.target[row]),
    id: (row) => encode(edges.ids[row]),
    source: (row) => names[edges.source[row]],
    target: (row) => names[edges.target[row]],
  };
  function* column(template: LinkTemplate, fields: Fields, rows: number, title: string): Steps<LinkColumn> {
    const values = yield* fill(replace(template.url.trim(), 'percentencode'), fields, rows);
    return { title, url: WHOLE_VALUE, newTab: template.newTab, values };
  }
  const titleOf = ({ title }: LinkTemplate, fields: Readonly<Record<string, string>>) =>
    replace(title.trim(), 'text').replace(FIELD, (_, name: string) =>
      fields[name] ? `\${__data.fields.${fields[name]}}` : '…'
    );
  const columns: { readonly nodes: LinkColumn[]; readonly edges: LinkColumn[] } = { nodes: [], edges: [] };
  for (const template of usable) {
    if (!isForEdges(template)) {
      const title = titleOf(template, NODE_TITLES);
      columns.nodes.push(yield* column(template, nodeFields, nodes.ids.length, title));
    }
    if (!isForServices(template)) {
      const title = titleOf(template, EDGE_TITLES);
      columns.edges.push(yield* column(template, edgeFields, edges.ids.length, title));
    }
  }
  return {
    ...columns,
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

/** Cells of a table that take as long as the link of one row, about. */
const LINK_WIDTH = 200;

function* encodeAll(rows: number, textOf: (row: number) => string): Steps<readonly string[]> {
  const encoded = new Array<string>(rows);
  yield* overRows(rows, LINK_WIDTH, (from, end) => {
    for (let row = from; row < end; row++) {
      encoded[row] = encode(textOf(row));
    }
  });
  return encoded;
}

function* fill(url: string, fields: Fields, rows: number): Steps<readonly string[]> {
  const parts = url.split(FIELD);
  const filled = new Array<string>(rows);
  yield* overRows(rows, LINK_WIDTH, (from, end) => {
    for (let row = from; row < end; row++) {
      let text = parts[0];
      for (let part = 1; part < parts.length; part += 2) {
        text += (fields[parts[part]]?.(row) ?? '') + parts[part + 1];
      }
      filled[row] = text;
    }
  });
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
