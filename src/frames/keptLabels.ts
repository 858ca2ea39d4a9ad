import type { Field } from '@grafana/data';

import type { KeptLabel } from '../core/model/keptLabel';
import type { Steps } from '../core/steps/steps';
import { textField } from './columns';
import { LABEL_PREFIX } from './contract';
import { isOwnOrder } from './gatherRows';
import { objects, readTexts } from './metaReaders';

const NONE: readonly string[] = Object.freeze([]);

/** Values of one row as people read them; they may hold any separator, so that nothing is read back from this. */
export function valuesText(values: readonly string[], more = 0): string {
  const told = values.join(', ');
  return more > 0 ? `${told} and ${more} more` : told;
}

/** A field of text for each label that is kept. */
export function* labelFields(labels: readonly KeptLabel[] = []): Steps<Field[]> {
  const fields: Field[] = [];
  for (const { name, values, more } of labels) {
    const texts = values.map((list, row) => valuesText(list, more?.[row]));
    fields.push(textField(LABEL_PREFIX + name, texts, { displayName: name }));
    yield;
  }
  return fields;
}

function readValues(value: unknown): readonly string[] {
  const texts = readTexts(value);
  return texts.length > 0 ? texts : NONE;
}

function readMore(value: unknown, rows: number): readonly number[] | undefined {
  return Array.isArray(value) && value.length === rows
    ? value.map((count: unknown) => (typeof count === 'number' && count > 0 ? count : 0))
    : undefined;
}

/**
 * Labels of the `history` frame's mark, those of other rows than `known` rows left out.
 *
 * @param rows which of these each row of the table is; -1 for one without any
 */
export function* readKeptLabels(value: unknown, known: number, rows: Int32Array): Steps<readonly KeptLabel[]> {
  const whole = isOwnOrder(rows, known);
  const labels: KeptLabel[] = [];
  for (const { name, values, more } of objects(value)) {
    yield;
    if (typeof name !== 'string' || !Array.isArray(values) || values.length !== known) {
      continue;
    }
    const read = values.map(readValues);
    const counts = readMore(more, known);
    const picked = whole ? read : Array.from(rows, (row) => (row < 0 ? NONE : read[row]));
    const left = counts && (whole ? counts : Array.from(rows, (row) => (row < 0 ? 0 : counts[row])));
    labels.push({ name, values: picked, ...(left && { more: left }) });
  }
  return labels;
}
