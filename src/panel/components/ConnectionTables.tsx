import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import { connectionsOf, type Connection } from '../model/connections';
import { shownText } from '../model/shownText';
import { isBytesOnly, volumeWords } from '../model/volume';
import { StateMark } from './StateMark';

/** Longer lists are cut, and say so. */
const MOST_ROWS = 50;

interface Props {
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly onSelect: (pick: ScenePick) => void;
}

/** Callers and callees of a node; the two ends of an edge. Each line leads there. */
export function ConnectionTables({ view, pick, format, theme, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const selectNode = (row: number) => onSelect({ kind: 'node', row, id: view.nodes.ids[row] });
  if (pick.kind === 'edge') {
    const ends = [view.edges.source[pick.row], view.edges.target[pick.row]];
    return (
      <div className={styles.ends}>
        {ends.map((row, index) => (
          <button key={index} type="button" className={styles.link} onClick={() => selectNode(row)}>
            <StateMark state={view.nodes.states[row]} theme={theme} size={10} />
            {index === 0 ? 'From ' : 'To '}
            {shownText(view.nodes.names[row])}
          </button>
        ))}
      </div>
    );
  }
  const { incoming, outgoing } = connectionsOf(view, pick.row);
  const table = (caption: string, rows: readonly Connection[]) => (
    <ConnectionTable caption={caption} rows={rows} view={view} format={format} theme={theme} onSelect={onSelect} />
  );
  return (
    <>
      {table('Callers', incoming)}
      {table('Callees', outgoing)}
    </>
  );
}

interface TableProps extends Omit<Props, 'pick'> {
  readonly caption: string;
  readonly rows: readonly Connection[];
}

function ConnectionTable({ caption, rows, view, format, theme, onSelect }: TableProps) {
  const styles = useStyles2(getStyles);
  if (rows.length === 0) {
    return null;
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            {caption} ({rows.length})
          </th>
          <th scope="col">{headOf(rows)}</th>
          <th scope="col">Errors</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).map(({ edge, node, ...flow }) => (
          <tr key={edge}>
            <td>
              <button
                type="button"
                className={styles.link}
                title={`Details of ${shownText(view.nodes.names[node])}`}
                onClick={() => onSelect({ kind: 'node', row: node, id: view.nodes.ids[node] })}
              >
                <StateMark state={view.edges.states[edge]} theme={theme} size={10} />
                <span className={styles.name}>{shownText(view.nodes.names[node])}</span>
              </button>
            </td>
            <td>
              <button
                type="button"
                className={styles.number}
                title="Details of this connection"
                onClick={() => onSelect({ kind: 'edge', row: edge, id: view.edges.ids[edge] })}
              >
                {volumeWords(flow, format)}
              </button>
            </td>
            <td>{format.ratio(view.edges.errorRatio[edge])}</td>
          </tr>
        ))}
      </tbody>
      {rows.length > MOST_ROWS && (
        <tfoot>
          <tr>
            <td colSpan={3}>and {rows.length - MOST_ROWS} more with less traffic</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** What the numbers of a table are: the unit of each tells where both are among them. */
function headOf(rows: readonly Connection[]): string {
  const ofBytes = rows.filter(isBytesOnly).length;
  return ofBytes === 0 ? 'Requests' : ofBytes === rows.length ? 'Bytes' : 'Traffic';
}

const getStyles = (theme: GrafanaTheme2) => {
  const button = {
    background: 'none',
    border: 'none',
    padding: 0,
    font: 'inherit',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  };
  return {
    ends: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
    table: css({
      width: '100%',
      tableLayout: 'fixed',
      fontSize: theme.typography.bodySmall.fontSize,
      '& th': { fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.secondary },
      '& th:not(:first-child), & td:not(:first-child)': {
        width: 84,
        textAlign: 'right',
        fontVariantNumeric: 'tabular-nums',
      },
      '& th:last-child, & td:last-child': { width: 60 },
      '& td': { padding: theme.spacing(0.25, 0) },
      '& tfoot td': { color: theme.colors.text.secondary },
    }),
    link: css({
      ...button,
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      maxWidth: '100%',
      textAlign: 'left',
      color: theme.colors.text.link,
    }),
    name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    number: css({ ...button, color: theme.colors.text.primary }),
  };
};
