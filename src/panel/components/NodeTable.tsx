import React, { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { TrafficHistory } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick, SceneTheme } from '../../scene/types';
import { countOf, type PanelFormat } from '../format';
import type { DivRef } from '../hooks/useDivRef';
import { stateWords } from '../model/describe';
import { kindAndPlace, staleWords } from '../model/summary';
import { type KeptColumn, keptColumns } from '../model/keptRows';
import { shownText } from '../model/shownText';
import {
  isOfWords,
  labelColumn,
  sortRows,
  tableRows,
  type SortColumn,
  type TableFilter,
  type TableRow,
} from '../model/tableRows';
import { TEST_IDS } from '../testIds';
import { StateMark } from './StateMark';

/** Longer tables are cut, and say so: a search narrows them. */
const MOST_ROWS = 500;

interface Column {
  readonly key: SortColumn;
  readonly label: string;
  readonly isNumber?: boolean;
}

const COLUMNS: readonly Column[] = [
  { key: 'state', label: 'State' },
  { key: 'name', label: 'Name' },
  { key: 'rate', label: 'Requests', isNumber: true },
  { key: 'errorRatio', label: 'Errors', isNumber: true },
  { key: 'p95', label: 'p95', isNumber: true },
];
/** Behind the numbers, which a small panel is opened for. */
const KIND_COLUMN = { key: 'kind', label: 'Kind' } as const;
/** Only where any is known. */
const BYTES_COLUMN = { key: 'bytes', label: 'Bytes', isNumber: true } as const;
const SHOWS: Array<{ value: ScenePick['kind']; label: string }> = [
  { value: 'node', label: 'Services' },
  { value: 'edge', label: 'Connections' },
];

interface Props {
  readonly history: TrafficHistory;
  readonly view: TrafficView;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly filter: TableFilter;
  readonly selected?: ScenePick;
  /** The mark alone tells the state, in words to screen readers. */
  readonly narrow: boolean;
  /** The toolbar lies over its right edge, or may. */
  readonly besideToolbar: boolean;
  readonly regionRef: DivRef;
  readonly onSelect: (pick: ScenePick) => void;
  readonly onOpen: (pick: ScenePick) => void;
  /** Back to the map; absent where there is only the table. */
  readonly onClose?: () => void;
  readonly onSearch: () => void;
  /** What Escape does before it closes the table; absent where nothing else is open. */
  readonly onEscape?: () => void;
}

/** The same graph as a table: for screen readers, for reading exact numbers, and where nothing can be drawn. */
export function NodeTable(props: Props) {
  const { history, view, format, theme, filter, selected, narrow, besideToolbar, regionRef: region } = props;
  const { onSelect, onOpen, onSearch, onClose, onEscape } = props;
  const styles = useStyles2(getStyles);
  const [takesFocus] = useState(onClose !== undefined);
  useEffect(() => {
    if (takesFocus) {
      region.current?.focus({ preventScroll: true });
    }
  }, [takesFocus, region]);
  const onKeyDown = (event: KeyboardEvent) => {
    const actions = new Map([
      ['Escape', onEscape ?? onClose],
      ['t', onClose],
      ['/', onSearch],
    ]);
    const action = actions.get(event.key);
    if (action !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  };
  const [kind, setKind] = useState<ScenePick['kind']>('node');
  const [sort, setSort] = useState<{ readonly column: SortColumn; readonly descending: boolean }>({
    column: 'state',
    descending: true,
  });
  const { text, result } = filter;
  const labels = useMemo(() => keptColumns(history, view, kind), [history, view, kind]);
  const rows = useMemo(
    () => sortRows(tableRows(view, kind, { text, result }), sort.column, sort.descending, labels),
    [view, kind, text, result, sort, labels]
  );
  const showsBytes = rows.some(({ facts }) => Number.isFinite(facts.bytes));
  const columns: readonly Column[] = [
    ...COLUMNS,
    ...(showsBytes ? [BYTES_COLUMN] : []),
    KIND_COLUMN,
    ...labels.map((label) => ({ key: labelColumn(label), label: shownText(label.name) })),
  ];
  const sortBy = (column: SortColumn) =>
    setSort({ column, descending: sort.column === column ? !sort.descending : !isOfWords(column) });
  return (
    <div
      className={cx(styles.root, besideToolbar && styles.besideToolbar)}
      onKeyDown={onKeyDown}
      data-testid={TEST_IDS.table}
    >
      <RadioButtonGroup size="sm" options={SHOWS} value={kind} onChange={setKind} aria-label="Rows of the table" />
      <div ref={region} className={styles.scroll} tabIndex={0} role="region" aria-label="Traffic as a table">
        <table className={cx(styles.table, narrow && styles.narrow)}>
          <caption className={styles.caption}>
            {countOf(
              rows.length,
              kind === 'node' ? 'service or group' : 'connection',
              kind === 'node' ? 'services and groups' : undefined
            )}
            {rows.length > MOST_ROWS && `, the first ${MOST_ROWS} shown: search to narrow`}
          </caption>
          <thead>
            <tr>
              {columns.map(({ key, label, isNumber }) => (
                <th
                  key={key}
                  scope="col"
                  style={{ textAlign: isNumber ? 'right' : 'left' }}
                  aria-sort={sort.column === key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" className={styles.button} onClick={() => sortBy(key)}>
                    {label}
                    <span aria-hidden>{sort.column === key ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <Row
                key={row.pick.id}
                row={row}
                narrow={narrow}
                showsBytes={showsBytes}
                labels={labels}
                chosen={row.pick.id === selected?.id}
                format={format}
                theme={theme}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly narrow: boolean;
  readonly showsBytes: boolean;
  readonly labels: readonly KeptColumn[];
  readonly chosen: boolean;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly onSelect: (pick: ScenePick) => void;
  readonly onOpen: (pick: ScenePick) => void;
}

function Row({ row, narrow, showsBytes, labels, chosen, format, theme, onSelect, onOpen }: RowProps) {
  const styles = useStyles2(getStyles);
  const { pick, facts, isGroup } = row;
  const stale = staleWords(facts, format);
  return (
    <tr className={chosen ? styles.chosen : undefined} onDoubleClick={() => onOpen(pick)}>
      <td>
        <span className={styles.state}>
          <StateMark state={facts.state} theme={theme} />
          {!narrow && stateWords(facts.state)}
        </span>
      </td>
      <td className={styles.words}>
        <button
          type="button"
          className={styles.button}
          title={isGroup ? 'Open this group' : 'Show details'}
          onClick={() => (isGroup ? onOpen(pick) : onSelect(pick))}
        >
          {facts.name}
        </button>
      </td>
      <td className={styles.number}>{format.rate(facts.rate)}</td>
      <td className={styles.number}>{format.ratio(facts.errorRatio)}</td>
      <td className={styles.number}>{format.seconds(facts.p95)}</td>
      {showsBytes && <td className={styles.number}>{format.bytes(facts.bytes)}</td>}
      <td className={narrow ? styles.beyond : styles.words}>
        {kindAndPlace(facts)}
        {stale !== undefined && `, ${stale}`}
      </td>
      {labels.map(({ name, texts }) => (
        <td key={name} className={styles.words}>
          {texts[pick.row]}
        </td>
      ))}
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    flex: 1,
    minHeight: 0,
    padding: theme.spacing(0.5),
  }),
  besideToolbar: css({ paddingRight: theme.spacing(6) }),
  scroll: css({ flex: 1, width: '100%', minHeight: 0, overflow: 'auto' }),
  caption: css({ captionSide: 'top', padding: theme.spacing(0, 0, 0.5), color: theme.colors.text.secondary }),
  table: css({
    width: '100%',
    '& th': {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      boxShadow: `inset 0 -1px ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
    },
    '& th, & td': { padding: theme.spacing(0.5, 1) },
    '& tbody tr:hover': { background: theme.colors.action.hover },
    '& td': { borderBottom: `1px solid ${theme.colors.border.weak}`, overflowWrap: 'anywhere' },
  }),
  button: css({
    background: 'none',
    border: 'none',
    padding: 0,
    textAlign: 'left',
    font: 'inherit',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  state: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75), whiteSpace: 'nowrap' }),
  number: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  // Narrower, the words of names and kinds break; wider, a long value pushes all else out of a small panel.
  words: css({ minWidth: 108, maxWidth: 320 }),
  narrow: css({
    fontSize: theme.typography.bodySmall.fontSize,
    '&& th, && td': { padding: theme.spacing(0.5) },
  }),
  // Beyond the edge of a small panel: in lines of its own it would make rows high for what nobody sees.
  beyond: css({ whiteSpace: 'nowrap' }),
  chosen: css({ background: theme.colors.action.selected }),
});
