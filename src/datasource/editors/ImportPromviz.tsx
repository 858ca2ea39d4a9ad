import { Button, Stack, Text, TextArea } from '@grafana/ui';
import React, { useState } from 'react';
import { isAnswerable } from '../query/completeQuery';
import type { QueryDefinition, TrafficQuery } from '../types';
import { addNamed } from './changes';

export interface ImportPromvizProps {
  readonly idPrefix: string;
  readonly definitions: readonly QueryDefinition[];
  readonly onChange: (change: Pick<TrafficQuery, 'definitions' | 'merge'>) => void;
}

/** What an import has to say, one sentence a line. */
interface Outcome {
  readonly lines: readonly string[];
  readonly isProblem: boolean;
}

/** Takes definitions over from a promviz configuration, and says what of it was left. */
export function ImportPromviz({ idPrefix, definitions, onChange }: ImportPromvizProps) {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const take = async () => {
    // The reader of YAML is a chunk of its own.
    const { readPromviz } = await import('../promviz/readPromviz');
    const read = readPromviz(text);
    if ('problem' in read) {
      setOutcome({ lines: [read.problem], isProblem: true });
      return;
    }
    const count = read.definitions.length;
    if (count === 0) {
      setOutcome({ lines: ['There is no connection to take.', ...read.left], isProblem: true });
      return;
    }
    const kept = definitions.filter(isWorthKeeping);
    setOutcome({
      lines: [`Took ${count} ${count === 1 ? 'definition' : 'definitions'}.`, ...read.left],
      isProblem: false,
    });
    setText('');
    onChange({
      definitions: read.definitions.reduce<readonly QueryDefinition[]>(
        (before, definition) => addNamed(before, definition, 'id'),
        kept
      ),
      // The rule of a query that has definitions of its own is not ours to change.
      ...(kept.length === 0 && { merge: read.merge }),
    });
  };
  return (
    <Stack direction="column" gap={1}>
      <Text element="p" color="secondary" variant="bodySmall">
        Paste a promviz configuration (YAML). Each of its connections becomes a definition. For Vizceral JSON, choose
        “Pasted JSON” under “Read from”.
      </Text>
      <TextArea
        id={`${idPrefix}-text`}
        aria-label="promviz configuration"
        value={text}
        rows={6}
        spellCheck={false}
        placeholder={'globalLevel:\n  clusterConnections: …\nclusterLevel:\n  - cluster: …\n    serviceConnections: …'}
        style={{ fontFamily: 'monospace', resize: 'vertical' }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button size="sm" variant="secondary" icon="import" disabled={text.trim() === ''} onClick={() => void take()}>
          Import
        </Button>
      </div>
      <div role="status">
        {outcome?.lines.map((line) => (
          <Text key={line} element="p" variant="bodySmall" color={outcome.isProblem ? 'warning' : 'secondary'}>
            {line}
          </Text>
        ))}
      </div>
    </Stack>
  );
}

/** Invented traffic, and definitions that ask nothing yet, make room. */
function isWorthKeeping(definition: QueryDefinition): boolean {
  return definition.kind !== 'simulated' && isAnswerable({ ...definition, hidden: false });
}
