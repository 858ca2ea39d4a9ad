import { InlineField, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { readPasted } from '../vizceral/readPasted';
import type { QueryDefinition } from '../types';
import { DraftTextArea } from './DraftFields';
import { LABEL_WIDTH } from './style';

export interface PasteFieldsProps {
  readonly idPrefix: string;
  readonly definition: QueryDefinition;
  readonly onChange: (pasted: string) => void;
}

/** Traffic that stands in the query itself. */
export function PasteFields({ idPrefix, definition, onChange }: PasteFieldsProps) {
  const text = definition.pasted ?? '';
  const told = useMemo(() => tellPasted(text), [text]);
  return (
    <>
      <InlineField
        label="Vizceral JSON"
        labelWidth={LABEL_WIDTH}
        tooltip="The whole text: nodes with connections within are groups. It is kept in the dashboard."
        grow
      >
        <DraftTextArea
          id={`${idPrefix}-pasted`}
          value={text}
          placeholder='{ "renderer": "global", "nodes": [ … ], "connections": [ … ] }'
          onCommit={onChange}
        />
      </InlineField>
      {told && (
        <Text element="p" variant="bodySmall" color={told.isProblem ? 'warning' : 'secondary'}>
          {told.text}
        </Text>
      )}
    </>
  );
}

function tellPasted(text: string): { readonly text: string; readonly isProblem: boolean } | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const pasted = readPasted(text);
  if ('problem' in pasted) {
    return { text: pasted.problem, isProblem: true };
  }
  const { edges } = pasted.content;
  return edges.length === 0
    ? { text: 'This Vizceral data has no connections.', isProblem: true }
    : { text: `${edges.length.toLocaleString('en-US')} ${edges.length === 1 ? 'edge' : 'edges'}.`, isProblem: false };
}
