import React, { useMemo, type Ref } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { NodeTable } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import type { PanelFormat } from '../format';
import type { Navigation } from '../hooks/useNavigation';
import type { Search } from '../hooks/useSearch';
import { crumbs } from '../model/navigation';
import { Breadcrumbs } from './Breadcrumbs';
import { NoticeBar } from './NoticeBar';
import { QuerySwitch, type QueryChoice } from './QuerySwitch';
import { SearchBox } from './SearchBox';

interface Props {
  readonly navigation: Navigation;
  readonly nodes: NodeTable;
  readonly search: Search;
  readonly searchInput: Ref<HTMLInputElement>;
  /** Nodes of the view. */
  readonly total: number;
  readonly onNext: (matches: ReadonlySet<string>, by: 1 | -1) => void;
  /** To a service that the search found elsewhere. */
  readonly onGo: (path: readonly string[], id: string) => void;
  readonly onLeaveSearch: () => void;
  readonly notices: readonly Notice[];
  /** Why the layout could not be made. */
  readonly problem?: string;
  readonly staleSince?: number;
  readonly format: PanelFormat;
  /** Absent where there is nothing to choose. */
  readonly queries?: QueryChoice;
}

/** Where the reader is, the search, and what is to know about the data. Lies over the map's top edge. */
export function MapHeader(props: Props) {
  const {
    navigation,
    nodes,
    search,
    searchInput,
    total,
    onNext,
    onGo,
    onLeaveSearch,
    notices,
    problem,
    staleSince,
    format,
    queries,
  } = props;
  const styles = useStyles2(getStyles);
  const { vanished } = navigation;
  const all = useMemo(
    (): readonly Notice[] => [
      ...noticeIf(
        staleSince,
        'error',
        (time) => `Stale since ${format.time(time)}: newer queries fail, this is the last good data.`
      ),
      ...noticeIf(vanished, 'info', (name) => `${name} is not in the data any more; this is the level above it.`),
      ...noticeIf(problem, 'error', (text) => `The layout failed: ${text}`),
      ...notices,
    ],
    [notices, problem, staleSince, vanished, format]
  );
  return (
    <div className={styles.root}>
      <Breadcrumbs trail={crumbs(navigation.place, nodes)} onGo={navigation.go} onBack={navigation.back} />
      {queries !== undefined && <QuerySwitch {...queries} />}
      {search.open && (
        <SearchBox
          ref={searchInput}
          text={search.text}
          result={search.result}
          total={total}
          onText={search.setText}
          onNext={(by) => onNext(search.result.matches, by)}
          onGo={onGo}
          onClose={() => {
            search.close();
            onLeaveSearch();
          }}
        />
      )}
      <div className={styles.space} />
      <NoticeBar notices={all} />
    </div>
  );
}

function noticeIf<Value>(
  value: Value | undefined,
  severity: Notice['severity'],
  words: (value: Value) => string
): readonly Notice[] {
  return value === undefined ? [] : [{ severity, text: words(value) }];
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5),
    pointerEvents: 'none',
    '& > *': { pointerEvents: 'auto' },
  }),
  space: css({ flex: 1, '&&': { pointerEvents: 'none' } }),
});
