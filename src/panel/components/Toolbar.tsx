import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { KEY_ZOOM_FACTOR } from '../interaction/keyboard';
import { TEST_IDS } from '../testIds';
import { SaveMenu } from './SaveMenu';

interface Props {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onSearch: () => void;
  /** Absent where nothing is pinned. */
  readonly onUnpinAll?: () => void;
  readonly onSaveData: () => void;
  readonly onSavePicture: () => void;
  readonly tableOpen: boolean;
  /** Absent where there is only the table. */
  readonly onTable?: () => void;
}

/**
 * Zoom, fit, files and the table, for those who do not use wheel and keys. Tooltips stand beside the buttons: above or
 * below, they would cover the next one.
 */
export function Toolbar({ onZoom, onFit, onSearch, onUnpinAll, tableOpen, onTable, ...save }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles.root}
      role="toolbar"
      aria-label="Map"
      aria-orientation="vertical"
      data-testid={TEST_IDS.toolbar}
    >
      {!tableOpen && (
        <>
          <IconButton
            name="plus"
            tooltip="Zoom in (+)"
            tooltipPlacement="left"
            onClick={() => onZoom(KEY_ZOOM_FACTOR)}
          />
          <IconButton
            name="minus"
            tooltip="Zoom out (-)"
            tooltipPlacement="left"
            onClick={() => onZoom(1 / KEY_ZOOM_FACTOR)}
          />
          <IconButton name="capture" tooltip="Fit everything (0)" tooltipPlacement="left" onClick={onFit} />
          {onUnpinAll !== undefined && (
            <IconButton
              name="map-marker"
              tooltip="Unpin all nodes of this level (P)"
              tooltipPlacement="left"
              onClick={onUnpinAll}
            />
          )}
        </>
      )}
      <IconButton name="search" tooltip="Find (/)" tooltipPlacement="left" onClick={onSearch} />
      <SaveMenu onSaveData={save.onSaveData} onSavePicture={tableOpen ? undefined : save.onSavePicture} />
      {onTable !== undefined && (
        <IconButton
          name={tableOpen ? 'sitemap' : 'table'}
          tooltip={tableOpen ? 'Show the map (t)' : 'Show as table (t)'}
          tooltipPlacement="left"
          aria-pressed={tableOpen}
          onClick={onTable}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    '& button': { margin: 0 },
  }),
});
