import React, { type ReactElement } from 'react';
import type { DataLink, StandardEditorProps } from '@grafana/data';
import { Button, IconButton, Input, Stack } from '@grafana/ui';

/** Titles and addresses of data links, without Grafana's variable suggestions. */
export function LinksEditor({ value, onChange }: StandardEditorProps<DataLink[] | undefined>): ReactElement {
  const links = value ?? [];
  const replace = (row: number, link: DataLink): void =>
    onChange(links.map((old, index) => (index === row ? link : old)));
  return (
    <Stack direction="column" gap={1}>
      {links.map((link, row) => (
        <Stack key={row} direction="row" gap={1} alignItems="center">
          <Input
            aria-label="Link title"
            placeholder="Title"
            value={link.title}
            onChange={(event) => replace(row, { ...link, title: event.currentTarget.value })}
          />
          <Input
            aria-label="Link address"
            placeholder="https://"
            value={link.url}
            onChange={(event) => replace(row, { ...link, url: event.currentTarget.value })}
          />
          <IconButton
            name="trash-alt"
            tooltip="Remove link"
            onClick={() => onChange(links.filter((_, index) => index !== row))}
          />
        </Stack>
      ))}
      <Button size="sm" variant="secondary" icon="plus" onClick={() => onChange([...links, { title: '', url: '' }])}>
        Add link
      </Button>
    </Stack>
  );
}
