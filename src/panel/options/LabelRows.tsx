import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, Input, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useListFocus } from '../../browser/useListFocus';
import type { LabelMatcher } from '../../core/model/labelMatcher';

interface Props {
  /** Of the fields' ids. */
  readonly idPrefix: string;
  /** Prefix of the fields' accessible names. */
  readonly label: string;
  readonly labels: readonly LabelMatcher[];
  readonly onChange: (labels: readonly LabelMatcher[]) => void;
}

/** Kept labels that a rule matches on, in the two columns of its fields: a label, and what it must hold. */
export function LabelRows({ idPrefix, label, labels, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const listId = `${idPrefix}-label`;
  const focus = useListFocus(listId, labels);
  const change = (at: number, matcher: LabelMatcher) =>
    onChange(labels.map((other, index) => (index === at ? matcher : other)));
  return (
    <>
      {labels.map((matcher, at) => (
        <React.Fragment key={at}>
          <label htmlFor={`${listId}-${at}-name`}>Label {at + 1}</label>
          <div className={styles.name}>
            <Input
              id={`${listId}-${at}-name`}
              aria-label={`${label}: Label ${at + 1}`}
              placeholder="such as team"
              value={matcher.label}
              onChange={(event) => change(at, { ...matcher, label: event.currentTarget.value })}
            />
            <IconButton
              id={focus.idOf(at, 'remove')}
              name="times"
              tooltip={`Remove label ${at + 1} of ${label.toLowerCase()}`}
              onClick={() => {
                focus.removing(at);
                onChange(labels.filter((_, index) => index !== at));
              }}
            />
          </div>
          <label htmlFor={`${listId}-${at}-match`}>matches</label>
          <Input
            id={`${listId}-${at}-match`}
            aria-label={`${label}: Label ${at + 1} matches`}
            placeholder="missing"
            value={matcher.match}
            onChange={(event) => change(at, { ...matcher, match: event.currentTarget.value })}
          />
        </React.Fragment>
      ))}
      <span aria-hidden />
      <div>
        <Button
          id={focus.addId}
          variant="secondary"
          fill="text"
          size="sm"
          icon="plus"
          tooltip="Match by a label that the query keeps"
          aria-label={`Add label to ${label.toLowerCase()}`}
          onClick={() => onChange([...labels, { label: '', match: '.+' }])}
        >
          Label
        </Button>
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), '& > button': { margin: 0 } }),
});
