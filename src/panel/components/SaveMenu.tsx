import React from 'react';
import { Dropdown, IconButton, Menu } from '@grafana/ui';

interface Props {
  readonly onSaveData: () => void;
  /** Absent where nothing is drawn. */
  readonly onSavePicture?: () => void;
}

/** What of the map can be taken along as a file. */
export function SaveMenu({ onSaveData, onSavePicture }: Props) {
  const menu = (
    <Menu>
      {onSavePicture !== undefined && <Menu.Item label="Picture (PNG)" onClick={onSavePicture} />}
      <Menu.Item label="Vizceral JSON" onClick={onSaveData} />
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="left">
      <IconButton name="download-alt" tooltip="Save" tooltipPlacement="left" aria-haspopup="menu" />
    </Dropdown>
  );
}
