import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { countOf } from '../format';
import { readPins } from '../model/pins';
import type { PinsEditorProps } from './editorProps';

/** How many nodes are pinned on any level, and a way to let them all go. */
export function PinsEditor({ value, onChange, id }: PinsEditorProps) {
  const styles = useStyles2(getStyles);
  const count = readPins(value).length;
  return (
    <div className={styles.root} id={id}>
      <span>{count === 0 ? 'None: drag a node on the map' : countOf(count, 'node')}</span>
      {count > 0 && (
        <Button variant="secondary" size="sm" onClick={() => onChange([])}>
          Unpin all
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: theme.spacing(4),
    color: theme.colors.text.secondary,
  }),
});
