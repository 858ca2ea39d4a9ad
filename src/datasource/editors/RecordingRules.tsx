import {
  Button,
  ClipboardButton,
  InlineField,
  InlineSwitch,
  LoadingPlaceholder,
  Stack,
  Text,
  TextArea,
} from '@grafana/ui';
import React, { useEffect, useMemo, useState } from 'react';
import { replaceAt } from '../../browser/lists';
import { saveFile } from '../../browser/saveFile';
import { unrecordable } from '../../upstream/prometheus/recording/recordedExpressions';
import {
  DEFAULT_WINDOW,
  isWindow,
  type RecordingRules as Rules,
  recordingRules,
} from '../../upstream/prometheus/recording/recordingRules';
import type { QueryDefinition } from '../types';
import { without } from './changes';
import { DraftInput } from './DraftFields';
import { LABEL_WIDTH, SHORT_FIELD_WIDTH } from './style';

const FILE_NAME = 'traffic-intuition-rules.yml';
const MOST_ROWS = 16;

export interface RecordingRulesProps {
  readonly idPrefix: string;
  readonly definitions: readonly QueryDefinition[];
  readonly onChange: (definitions: readonly QueryDefinition[]) => void;
}

/** The query's definitions as recording rules of Prometheus, and which of them read what was recorded. */
export function RecordingRules({ idPrefix, definitions, onChange }: RecordingRulesProps) {
  const [window, setWindow] = useState(DEFAULT_WINDOW);
  const rules = useMemo(
    () =>
      recordingRules(
        definitions.filter(({ hidden }) => !hidden),
        window
      ),
    [definitions, window]
  );
  return (
    <Stack direction="column" gap={1}>
      <Text element="p" color="secondary" variant="bodySmall">
        Prometheus evaluates these rules all the time, so that a large map opens at once. Load them, then switch to the
        recorded series.
      </Text>
      <InlineField
        label="Window"
        labelWidth={LABEL_WIDTH}
        tooltip="Stands for $__rate_interval and $__interval, such as 2m. At least four times the scrape interval."
      >
        <DraftInput
          id={`${idPrefix}-window`}
          width={SHORT_FIELD_WIDTH / 2}
          value={window}
          onCommit={(text) => isWindow(text.trim()) && setWindow(text.trim())}
        />
      </InlineField>
      {rules.groups.length > 0 && <RulesFile idPrefix={idPrefix} groups={rules.groups} />}
      {rules.leftOut.map(({ definitionId, reason }) => (
        <Text key={definitionId} element="p" color="secondary" variant="bodySmall">
          {`${definitionId} cannot be recorded: ${reason}.`}
        </Text>
      ))}
      {definitions.map(
        (definition, index) =>
          !definition.hidden &&
          (definition.recorded || unrecordable(definition) === undefined) && (
            <InlineField key={definition.id} label={`Read the recorded series of ${definition.id}`}>
              <InlineSwitch
                id={`${idPrefix}-recorded-${index}`}
                aria-label={`Read the recorded series of ${definition.id}`}
                value={definition.recorded ?? false}
                onChange={() => onChange(replaceAt(definitions, index, switched(definition)))}
              />
            </InlineField>
          )
      )}
    </Stack>
  );
}

function switched(definition: QueryDefinition): QueryDefinition {
  return definition.recorded ? without(definition, 'recorded') : { ...definition, recorded: true };
}

function RulesFile({ idPrefix, groups }: { readonly idPrefix: string; readonly groups: Rules['groups'] }) {
  const text = useRulesText(groups);
  if (text === undefined) {
    return <LoadingPlaceholder text="Writing the rules…" />;
  }
  return (
    <>
      <TextArea
        id={`${idPrefix}-rules`}
        aria-label="Recording rules as YAML"
        readOnly
        value={text}
        rows={Math.min(MOST_ROWS, text.split('\n').length)}
        wrap="off"
        style={{ fontFamily: 'monospace', resize: 'vertical' }}
      />
      <Stack direction="row" gap={1}>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => text}>
          Copy
        </ClipboardButton>
        <Button
          size="sm"
          variant="secondary"
          icon="download-alt"
          onClick={() => saveFile(new Blob([text], { type: 'application/yaml' }), FILE_NAME)}
        >
          Download
        </Button>
      </Stack>
    </>
  );
}

/** The writer of YAML is a chunk of its own, loaded when the rules are looked at. */
function useRulesText(groups: Rules['groups']): string | undefined {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void import('../recording/rulesText').then(({ rulesText }) => isCurrent && setText(rulesText(groups)));
    return () => {
      isCurrent = false;
    };
  }, [groups]);
  return text;
}
