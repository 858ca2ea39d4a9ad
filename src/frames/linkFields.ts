import { FieldType, MappingType, type Field } from '@grafana/data';

import { LINK_PREFIX } from './contract';

/** A data link of every row of a frame. */
export interface LinkColumn {
  readonly title: string;
  /** An address in which Grafana puts the value of the row, as `${__value.raw:percentencode}`. */
  readonly url: string;
  readonly newTab?: boolean;
  /** What each row puts there; null for a row without the link. */
  readonly values: ReadonlyArray<string | null>;
}

/** Links of the rows of the `nodes` frame, and of those of the `edges` frame. */
export interface SubjectLinks {
  readonly nodes: readonly LinkColumn[];
  readonly edges: readonly LinkColumn[];
}

/** A field a link. The Node Graph shows no field of this name, and the links of all; a table shows the title. */
export function linkFields(links: readonly LinkColumn[]): Array<Field<string | null>> {
  return links.map(({ title, url, newTab, values }, index) => ({
    name: LINK_PREFIX + index,
    type: FieldType.string,
    config: {
      displayName: plain(title),
      links: [{ title, url, targetBlank: newTab ?? false }],
      mappings: [{ type: MappingType.RegexToText, options: { pattern: '^.*$', result: { text: plain(title) } } }],
    },
    // Grafana declares arrays that may be written to, and writes to none.
    values: values as Array<string | null>,
  }));
}

/** A title without what Grafana puts into it row by row, nor what would name a group of an expression. */
function plain(title: string): string {
  return title.replace(/\$\{[^}]*\}/g, '…').replaceAll('$', '');
}
