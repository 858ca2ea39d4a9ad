import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import React from 'react';
import { RemoveButton } from '../../browser/ListButtons';
import { useEditedList } from '../../browser/useEditedList';
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
  const { rows, addId, add } = useEditedList(`${idPrefix}-label`, labels, onChange);
  return (
    <>
      {rows.map((row) => (
        <React.Fragment key={row.id}>
          <label htmlFor={`${row.id}-name`}>Label {row.number}</label>
          <div className={styles.name}>
            <Input
              id={`${row.id}-name`}
              aria-label={`${label}: Label ${row.number}`}
              placeholder="such as team"
              value={row.item.label}
              onChange={(event) => row.replace({ ...row.item, label: event.currentTarget.value })}
            />
            <RemoveButton row={row} icon="times" tooltip={`Remove label ${row.number} of ${label.toLowerCase()}`} />
          </div>
          <label htmlFor={`${row.id}-match`}>matches</label>
          <Input
            id={`${row.id}-match`}
            aria-label={`${label}: Label ${row.number} matches`}
            placeholder="missing"
            value={row.item.match}
            onChange={(event) => row.replace({ ...row.item, match: event.currentTarget.value })}
          />
        </React.Fragment>
      ))}
      <span aria-hidden />
      <div>
        <Button
          id={addId}
          variant="secondary"
          fill="text"
          size="sm"
          icon="plus"
          tooltip="Match by a label that the query keeps"
          aria-label={`Add label to ${label.toLowerCase()}`}
          onClick={() => add({ label: '', match: '.+' })}
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
