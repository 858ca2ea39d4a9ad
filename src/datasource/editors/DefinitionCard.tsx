import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { MoveButtons, RemoveButton } from '../../browser/ListButtons';
import type { EditedRow } from '../../browser/useEditedList';
import type { QueryDefinition } from '../types';
import { without } from './changes';
import { DefinitionEditor, type DefinitionEditorProps } from './DefinitionEditor';
import { DraftInput } from './DraftFields';
import { SHORT_FIELD_WIDTH } from './style';

export interface DefinitionCardProps extends Pick<DefinitionEditorProps, 'defaults' | 'onChange'> {
  readonly row: EditedRow<QueryDefinition>;
  readonly onDuplicate: () => void;
}

/** A definition with its name and what can be done with it as a whole. */
export function DefinitionCard({ row, defaults, onChange, onDuplicate }: DefinitionCardProps) {
  const styles = useStyles2(getStyles);
  const { id: idPrefix, item: definition } = row;
  const { id, hidden } = definition;
  return (
    <section className={styles.card} aria-label={`Definition ${id}`}>
      <div className={styles.header}>
        <DraftInput
          id={`${idPrefix}-id`}
          ariaLabel="Name of the definition"
          width={SHORT_FIELD_WIDTH}
          value={id}
          onCommit={(text) => text.trim() !== '' && onChange({ ...definition, id: text.trim() })}
        />
        <div className={styles.actions}>
          <MoveButtons row={row} up={`Prefer ${id} more`} down={`Prefer ${id} less`} />
          <IconButton name="copy" tooltip={`Duplicate ${id}`} onClick={onDuplicate} />
          <IconButton
            name={hidden ? 'eye-slash' : 'eye'}
            tooltip={hidden ? `Ask ${id} again` : `Do not ask ${id}`}
            onClick={() => onChange(hidden ? without(definition, 'hidden') : { ...definition, hidden: true })}
          />
          <RemoveButton row={row} tooltip={`Remove ${id}`} />
        </div>
      </div>
      {!hidden && (
        <DefinitionEditor idPrefix={idPrefix} definition={definition} defaults={defaults} onChange={onChange} />
      )}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    card: css({
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      padding: theme.spacing(1),
    }),
    header: css({
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
    }),
    actions: css({ display: 'flex', gap: theme.spacing(0.5) }),
  };
}
