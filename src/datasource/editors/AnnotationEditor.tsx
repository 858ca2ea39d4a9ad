import { Stack } from '@grafana/ui';
import React from 'react';
import { soundQuery } from '../sound/soundQuery';
import { put } from './changes';
import { EventFields } from './EventFields';
import { QueryEditor, type TrafficQueryEditorProps } from './QueryEditor';

/** Edits the query of an annotation: what is told, and the map that it is told of. */
export function AnnotationEditor(props: TrafficQueryEditorProps) {
  const { onChange, onRunQuery } = props;
  // An annotation that nobody has edited yet has no query.
  const { query } = soundQuery(props.query ?? { refId: 'Anno' });
  return (
    <Stack direction="column" gap={1}>
      <EventFields
        idPrefix={`traffic-${query.refId}-events`}
        settings={query.events}
        onChange={(events) => {
          onChange(put(query, 'events', events));
          onRunQuery();
        }}
      />
      <QueryEditor {...props} query={query} />
    </Stack>
  );
}
