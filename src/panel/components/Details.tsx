import React, { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { css } from '@emotion/css';
import { textUtil, type DataFrame, type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, IconButton, useStyles2 } from '@grafana/ui';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import type { TrafficView } from '../../core/model/view';
import { reasonWords } from '../../core/thresholds';
import type { ScenePick, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import { dataLinks } from '../model/dataLinks';
import { lastTransition, stateWords, subjectOf } from '../model/describe';
import { isNeighbours } from '../model/members';
import { kindAndPlace, pickFacts, staleWords } from '../model/summary';
import { TEST_IDS } from '../testIds';
import { ConnectionTables } from './ConnectionTables';
import { FiringAlerts, NO_ALERTS } from './FiringAlerts';
import { History } from './History';
import { KeptLabels } from './KeptLabels';
import { Metrics } from './Metrics';
import { StateMark } from './StateMark';
import { TroubledMembers } from './TroubledMembers';

export interface DetailsProps {
  readonly view: TrafficView;
  readonly pick: ScenePick;
  readonly result: TrafficResult;
  readonly states: ThresholdStates;
  readonly frames: readonly DataFrame[];
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
  readonly width: number;
  readonly height: number;
  /** Bucket of the history that the view shows. */
  readonly timeIndex: number;
  /** Where it was opened from a place that it stands far behind. */
  readonly takesFocus: boolean;
  readonly pinned: boolean;
  readonly onTogglePin: () => void;
  readonly onSelect: (pick: ScenePick) => void;
  readonly onOpen: (pick: ScenePick) => void;
  /** To a service, wherever it is. */
  readonly onGo: (path: readonly string[], id: string) => void;
  readonly onClose: () => void;
}

/** Everything about one node or edge, beside the map. */
export function Details(props: DetailsProps) {
  const {
    view,
    pick,
    result,
    states,
    frames,
    format,
    theme,
    width,
    height,
    timeIndex,
    takesFocus,
    pinned,
    onTogglePin,
    onSelect,
    onOpen,
    onGo,
    onClose,
  } = props;
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLElement>(null);
  const facts = pickFacts(view, pick);
  const transition = lastTransition(states.transitions, subjectOf(view, pick), view.time);
  const reason = reasonWords(transition, format, view.nodes.metrics);
  const stale = staleWords(facts, format);
  const links = useMemo(() => dataLinks(frames, pick), [frames, pick]);
  useEffect(() => {
    if (root.current !== null) {
      root.current.scrollTop = 0;
    }
  }, [pick.id]);
  useEffect(() => {
    if (takesFocus) {
      root.current?.focus({ preventScroll: true });
    }
  }, [takesFocus, pick.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  const isGroup = pick.kind === 'node' && view.nodes.kinds[pick.row] === 'group';
  return (
    <aside
      ref={root}
      className={styles.root}
      style={{ width, height }}
      tabIndex={-1}
      aria-label={`Details of ${facts.name}`}
      onKeyDown={onKeyDown}
      data-testid={TEST_IDS.details}
    >
      <header className={styles.head}>
        <div className={styles.titles}>
          <h3 className={styles.name}>{facts.name}</h3>
          <div className={styles.muted}>{kindAndPlace(facts)}</div>
        </div>
        <IconButton name="times" size="lg" tooltip="Close (Esc)" onClick={onClose} />
      </header>
      <div className={styles.state}>
        <StateMark state={facts.state} theme={theme} size={14} />
        <strong>{stateWords(facts.state)}</strong>
        {transition !== undefined && <span className={styles.muted}>since {format.clock(transition.time)}</span>}
      </div>
      {reason !== undefined && <div className={styles.reason}>{reason}</div>}
      {stale !== undefined && (
        <div className={styles.muted}>
          <Icon name="clock-nine" size="sm" /> {stale}; newer queries of its upstream fail
        </div>
      )}
      <FiringAlerts view={view} pick={pick} alerts={result.alerts ?? NO_ALERTS} format={format} theme={theme} />
      {isGroup && (
        <TroubledMembers
          nodes={result.history.nodes}
          states={states}
          view={view}
          row={pick.row}
          timeIndex={timeIndex}
          time={view.time}
          format={format}
          theme={theme}
          onGo={onGo}
        />
      )}
      <Metrics view={view} pick={pick} format={format} theme={theme} />
      <KeptLabels history={result.history} view={view} pick={pick} />
      <History
        result={result}
        view={view}
        pick={pick}
        format={format}
        theme={theme}
        timeIndex={timeIndex}
        width={width}
      />
      {pick.kind === 'node' && (
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            size="sm"
            icon={isGroup ? 'search-plus' : 'sitemap'}
            tooltip={isGroup ? undefined : 'Shows its callers and callees only'}
            onClick={() => onOpen(pick)}
          >
            {isGroup ? (isNeighbours(view, pick.row) ? 'Zoom in' : 'Open this group') : 'Focus'}
          </Button>
          {view.aggregated === undefined && (
            <Button variant="secondary" size="sm" icon="map-marker" aria-pressed={pinned} onClick={onTogglePin}>
              {pinned ? 'Unpin' : 'Pin here'}
            </Button>
          )}
        </div>
      )}
      <ConnectionTables view={view} pick={pick} format={format} theme={theme} onSelect={onSelect} />
      {links.length > 0 && (
        <nav aria-label="Links" className={styles.links}>
          {links.map(({ title, href, newTab }) => (
            <a
              key={`${title} ${href}`}
              className={styles.link}
              href={textUtil.sanitizeUrl(href)}
              target={newTab ? '_blank' : undefined}
              rel="noreferrer noopener"
            >
              {title}
            </a>
          ))}
        </nav>
      )}
    </aside>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    position: 'absolute',
    top: 0,
    right: 0,
    zIndex: 3,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    overflowY: 'auto',
    overflowX: 'hidden',
    background: theme.colors.background.secondary,
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    boxShadow: theme.shadows.z2,
    '& > *': { flex: 'none' },
    // Grafana takes the outline from all that Tab does not reach.
    '&:focus-visible': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.main}` },
  }),
  head: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  titles: css({ flex: 1, minWidth: 0 }),
  name: css({ ...theme.typography.h5, margin: 0, overflowWrap: 'anywhere' }),
  muted: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  state: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  reason: css({ marginTop: theme.spacing(-0.5) }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  links: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
});
