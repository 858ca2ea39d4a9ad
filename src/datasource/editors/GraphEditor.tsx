import {
  Button,
  IconButton,
  InlineField,
  InlineFieldRow,
  InlineSwitch,
  RadioButtonGroup,
  Select,
  Stack,
} from '@grafana/ui';
import React from 'react';
import { MoveButtons } from '../../browser/MoveButtons';
import { useListFocus } from '../../browser/useListFocus';
import { anchoredPattern } from '../../core/model/pattern';
import {
  DEFAULT_LIMITS,
  FEWEST_HUB_CALLERS,
  type GraphShape,
  type HubRule,
  type HubTreatment,
  type KindRule,
  SERVICE_KINDS,
  type TrafficLimits,
} from '../../core/model/shape';
import { moveBy, orNothing, put, removeAt, replaceAt } from './changes';
import { DraftInput } from './DraftFields';
import { ItemRow } from './ItemRow';
import { SHORT_FIELD_WIDTH, WIDE_LABEL_WIDTH } from './style';
import { numberOrNothing, textOrNothing, wholeOrNothing } from './texts';

const TREATMENTS: ReadonlyArray<{ value: HubTreatment; label: string; description: string }> = [
  { value: 'callers', label: 'one edge each', description: 'One edge from one node that stands for all callers' },
  { value: 'hide', label: 'hidden', description: 'They and their edges are not drawn' },
];
const LIMITS: ReadonlyArray<{ readonly key: keyof TrafficLimits; readonly label: string; readonly tooltip: string }> = [
  { key: 'edges', label: 'edges', tooltip: 'Those with the highest rates are kept, and a notice tells their share.' },
  { key: 'series', label: 'series', tooltip: 'Of one expression. Those with the largest values are kept.' },
  { key: 'samples', label: 'samples', tooltip: 'Of one expression: series × steps. The latest are kept.' },
];
const KIND_OPTIONS = SERVICE_KINDS.map((kind) => ({ value: kind, label: kind }));
const NUMBER_WIDTH = SHORT_FIELD_WIDTH / 1.5;

const NO_KINDS: readonly KindRule[] = [];

export interface GraphEditorProps {
  readonly idPrefix: string;
  readonly shape: GraphShape | undefined;
  /** Undefined where nothing is left to do. */
  readonly onChange: (shape: GraphShape | undefined) => void;
}

/** What becomes of the graph as a whole: kinds, idle edges, hubs, crowds of external nodes, limits. */
export function GraphEditor({ idPrefix, shape = {}, onChange }: GraphEditorProps) {
  const { joinHosts = true, kinds = NO_KINDS, keepIdleSeconds, hubs, externals, limits = {} } = shape;
  const focus = useListFocus(`${idPrefix}-kind`, kinds);
  const change = <Key extends keyof GraphShape>(key: Key, value: GraphShape[Key] | undefined) =>
    onChange(orNothing(put(shape, key, value)));
  const changeKinds = (changed: readonly KindRule[]) => change('kinds', changed.length > 0 ? changed : undefined);
  const moveKind = (index: number, by: -1 | 1) => {
    focus.moving(index, by);
    changeKinds(moveBy(kinds, index, by));
  };
  const number = (
    key: string,
    label: string,
    value: number | undefined,
    placeholder: string,
    commit: (text: string) => void,
    suffix?: string
  ) => (
    <DraftInput
      id={`${idPrefix}-${key}`}
      ariaLabel={label}
      type="number"
      width={NUMBER_WIDTH}
      suffix={suffix}
      value={value === undefined ? '' : String(value)}
      placeholder={placeholder}
      onCommit={commit}
    />
  );
  return (
    <Stack direction="column" gap={0}>
      <InlineFieldRow>
        <InlineField
          label="Idle edges stay"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="How long an edge stays on the map after its last request. Empty: as long as it is in the time range."
        >
          {number(
            'idle',
            'Idle edges stay',
            keepIdleSeconds,
            'always',
            (text) => change('keepIdleSeconds', numberOrNothing(text, 0)),
            's'
          )}
        </InlineField>
        <InlineField
          label="External nodes"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="The most external nodes of a group; those with fewer requests are drawn as one, “others”."
        >
          {number('externals', 'External nodes', externals, 'all', (text) => {
            const most = numberOrNothing(text, 0);
            change('externals', most === undefined ? undefined : Math.trunc(most));
          })}
        </InlineField>
        <InlineField
          label="Join hosts"
          labelWidth={WIDE_LABEL_WIDTH}
          tooltip="A host such as orders.shop is the known service orders, so that what callers and services report meets."
        >
          <InlineSwitch
            id={`${idPrefix}-join`}
            value={joinHosts}
            onChange={() => change('joinHosts', joinHosts ? false : undefined)}
          />
        </InlineField>
      </InlineFieldRow>
      <HubFields idPrefix={idPrefix} hubs={hubs} onChange={(changed) => change('hubs', changed)} />
      <InlineFieldRow>
        {LIMITS.map(({ key, label, tooltip }, index) => (
          <InlineField
            key={key}
            label={index === 0 ? `At most, ${label}` : label}
            labelWidth={index === 0 ? WIDE_LABEL_WIDTH : undefined}
            tooltip={tooltip}
          >
            {number(`limit-${key}`, `Limit of ${label}`, limits[key], String(DEFAULT_LIMITS[key]), (text) => {
              change('limits', orNothing(put(limits, key, wholeOrNothing(text))));
            })}
          </InlineField>
        ))}
      </InlineFieldRow>
      {kinds.map((rule, index) => (
        <ItemRow
          key={index}
          name={`Kind rule ${index + 1}`}
          actions={
            <>
              <MoveButtons
                focus={focus}
                row={index}
                isLast={index === kinds.length - 1}
                up={`Try kind rule ${index + 1} earlier`}
                down={`Try kind rule ${index + 1} later`}
                onMove={(by) => moveKind(index, by)}
              />
              <IconButton
                id={focus.idOf(index, 'remove')}
                name="trash-alt"
                tooltip={`Remove kind rule ${index + 1}`}
                onClick={() => {
                  focus.removing(index);
                  changeKinds(removeAt(kinds, index));
                }}
              />
            </>
          }
        >
          <InlineFieldRow>
            <InlineField
              label="Services named"
              labelWidth={WIDE_LABEL_WIDTH}
              grow
              invalid={anchoredPattern(rule.match) === undefined}
              error="This is no valid regular expression; the rule matches nothing."
              tooltip="A regular expression over the whole name; the first rule that matches decides."
            >
              <DraftInput
                id={`${idPrefix}-kind-${index}-match`}
                ariaLabel={`Names of kind rule ${index + 1}`}
                value={rule.match}
                placeholder=".*-db"
                onCommit={(text) => changeKinds(replaceAt(kinds, index, { ...rule, match: text.trim() }))}
              />
            </InlineField>
            <InlineField label="are of the kind">
              <Select
                inputId={`${idPrefix}-kind-${index}`}
                aria-label={`Kind of rule ${index + 1}`}
                width={SHORT_FIELD_WIDTH}
                options={[...KIND_OPTIONS]}
                value={rule.kind}
                onChange={({ value }) => value && changeKinds(replaceAt(kinds, index, { ...rule, kind: value }))}
              />
            </InlineField>
          </InlineFieldRow>
        </ItemRow>
      ))}
      <div>
        <Button
          id={focus.addId}
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => changeKinds([...kinds, { match: '', kind: 'database' }])}
        >
          Add kind rule
        </Button>
      </div>
    </Stack>
  );
}

interface HubFieldsProps {
  readonly idPrefix: string;
  readonly hubs: HubRule | undefined;
  readonly onChange: (hubs: HubRule | undefined) => void;
}

/** Which services are called by nearly everybody, and what becomes of their edges. */
function HubFields({ idPrefix, hubs, onChange }: HubFieldsProps) {
  const change = (part: Partial<HubRule>) => {
    const next: HubRule = { show: 'callers', ...hubs, ...part };
    const written = (['match', 'share'] as const).reduce((rule, key) => put(rule, key, rule[key]), next);
    onChange(written.match === undefined && written.share === undefined ? undefined : written);
  };
  const match = hubs?.match ?? '';
  return (
    <InlineFieldRow>
      <InlineField
        label="Hubs named"
        labelWidth={WIDE_LABEL_WIDTH}
        grow
        invalid={match !== '' && anchoredPattern(match) === undefined}
        error="This is no valid regular expression; no hub is found by name."
        tooltip="Services that nearly everybody calls, such as logging: their edges hide all others. A regular expression over the name."
      >
        <DraftInput
          id={`${idPrefix}-hub-match`}
          value={match}
          placeholder="logging|auth"
          onCommit={(text) => change({ match: textOrNothing(text) })}
        />
      </InlineField>
      <InlineField
        label="or called by over"
        tooltip={`The part of all services that call it; from ${FEWEST_HUB_CALLERS} callers up.`}
      >
        <DraftInput
          id={`${idPrefix}-hub-share`}
          ariaLabel="Hubs are called by over"
          type="number"
          width={NUMBER_WIDTH}
          suffix="%"
          value={hubs?.share === undefined ? '' : String(Number((hubs.share * 100).toPrecision(12)))}
          placeholder="none"
          onCommit={(text) => {
            const percent = numberOrNothing(text, 0);
            change({ share: percent === undefined ? undefined : Math.min(1, percent / 100) });
          }}
        />
      </InlineField>
      {hubs && (
        <InlineField label="become">
          <RadioButtonGroup
            aria-label="What becomes of hubs"
            options={[...TREATMENTS]}
            value={hubs.show}
            onChange={(show) => change({ show })}
          />
        </InlineField>
      )}
    </InlineFieldRow>
  );
}
