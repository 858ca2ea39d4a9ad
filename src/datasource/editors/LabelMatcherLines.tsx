import { InlineField, InlineFieldRow } from '@grafana/ui';
import React from 'react';
import { RemoveButton } from '../../browser/ListButtons';
import type { EditedList } from '../../browser/useEditedList';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import { DraftInput } from './DraftFields';
import { SHORT_FIELD_WIDTH } from './style';

/** What a line begins with: any value. */
export const NEW_LABEL_MATCHER: LabelMatcher = Object.freeze({ label: '', match: '.+' });

export interface LabelMatcherLinesProps {
  readonly rows: EditedList<LabelMatcher>['rows'];
  /** Whose labels they are, for the names of the fields. */
  readonly owner: string;
  /** Words before a label. */
  readonly lead: string;
  readonly tooltip?: string;
  readonly example: string;
}

/** Labels and what each must hold, one a line. */
export function LabelMatcherLines({ rows, owner, lead, tooltip, example }: LabelMatcherLinesProps) {
  return (
    <>
      {rows.map((row) => (
        <InlineFieldRow key={row.id}>
          <InlineField label={lead} tooltip={tooltip}>
            <DraftInput
              id={`${row.id}-name`}
              ariaLabel={`Label ${row.number} of ${owner}`}
              width={SHORT_FIELD_WIDTH / 1.5}
              value={row.item.label}
              placeholder={example}
              onCommit={(text) => row.replace({ ...row.item, label: text.trim() })}
            />
          </InlineField>
          <InlineField label="matches" tooltip="A regular expression over the whole value; a missing label is empty.">
            <DraftInput
              id={`${row.id}-match`}
              ariaLabel={`Values of label ${row.number} of ${owner}`}
              width={SHORT_FIELD_WIDTH / 1.5}
              value={row.item.match}
              placeholder="missing"
              onCommit={(text) => row.replace({ ...row.item, match: text.trim() })}
            />
          </InlineField>
          <RemoveButton row={row} icon="times" tooltip={`Remove label ${row.number} of ${owner}`} />
        </InlineFieldRow>
      ))}
    </>
  );
}
