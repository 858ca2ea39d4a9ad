import React, { useState, type ReactElement } from 'react';

interface Props {
  /** What is stored, in words for people, and how tests find it. */
  readonly title: string;
  readonly testId: string;
  readonly value: unknown;
}

/** What Grafana would keep, to be unfolded. */
export function StoredJson({ title, testId, value }: Props): ReactElement {
  const [shown, setShown] = useState(false);
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{title}</summary>
      {shown && <pre data-testid={testId}>{JSON.stringify(value, undefined, 2)}</pre>}
    </details>
  );
}
