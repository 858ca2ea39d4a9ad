import { IconButton, InlineField, InlineFieldRow } from '@grafana/ui';
import React from 'react';
import type { ListFocus } from '../../browser/useListFocus';
import type { LabelMatcher } from '../../core/model/labelMatcher';
import { removeAt, replaceAt } from './changes';
import { DraftInput } from './DraftFields';
import { SHORT_FIELD_WIDTH } from './style';

/** What a line begins with: any value. */
export const NEW_LABEL_MATCHER: LabelMatcher = Object.freeze({ label: '', match: '.+' });

export interface LabelMatcherLinesProps {
  readonly idPrefix: string;
  /** Whose labels they are, for the names of the fields. */
  readonly owner: string;
  /** Words before a label. */
  readonly lead: string;
  readonly tooltip?: string;
  readonly example: string;
  readonly labels: readonly LabelMatcher[];
  /** Of the list of lines; its `addId` is the button's that adds one. */
  readonly focus: ListFocus;
  readonly onChange: (labels: readonly LabelMatcher[]) => void;
}

/** Labels and what each must hold, one a line. */
export function LabelMatcherLines(props: LabelMatcherLinesProps) {
  const { idPrefix, owner, lead, tooltip, example, labels, focus, onChange } = props;
  return (
    <>
      {labels.map((matcher, at) => (
        <InlineFieldRow key={at}>
          <InlineField label={lead} tooltip={tooltip}>
            <DraftInput
              id={`${idPrefix}-label-${at}-name`}
              ariaLabel={`Label ${at + 1} of ${owner}`}
              width={SHORT_FIELD_WIDTH / 1.5}
              value={matcher.label}
              placeholder={example}
              onCommit={(text) => onChange(replaceAt(labels, at, { ...matcher, label: text.trim() }))}
            />
          </InlineField>
          <InlineField label="matches" tooltip="A regular expression over the whole value; a missing label is empty.">
            <DraftInput
              id={`${idPrefix}-label-${at}-match`}
              ariaLabel={`Values of label ${at + 1} of ${owner}`}
              width={SHORT_FIELD_WIDTH / 1.5}
              value={matcher.match}
              placeholder="missing"
              onCommit={(text) => onChange(replaceAt(labels, at, { ...matcher, match: text.trim() }))}
            />
          </InlineField>
          <IconButton
            id={focus.idOf(at, 'remove')}
            name="times"
            tooltip={`Remove label ${at + 1} of ${owner}`}
            onClick={() => {
              focus.removing(at);
              onChange(removeAt(labels, at));
            }}
          />
        </InlineFieldRow>
      ))}
    </>
  );
}
