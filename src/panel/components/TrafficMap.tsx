import React, { useCallback, useId, useRef, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import type { PanelFormat } from '../format';
import { levelInAddress, useDashboardVariables } from '../hooks/useDashboardVariables';
import { useDivRef } from '../hooks/useDivRef';
import { useEqual } from '../hooks/useEqual';
import { useMapCommands } from '../hooks/useMapCommands';
import { useMapScene } from '../hooks/useMapScene';
import { useNavigation } from '../hooks/useNavigation';
import { usePicks } from '../hooks/usePicks';
import { usePins } from '../hooks/usePins';
import { usePlacedView } from '../hooks/usePlacedView';
import { useReplay } from '../hooks/useReplay';
import { useReveal } from '../hooks/useReveal';
import { useSearch } from '../hooks/useSearch';
import { useShownView } from '../hooks/useShownView';
import { useTableFocus } from '../hooks/useTableFocus';
import type { Traffic } from '../hooks/useTraffic';
import type { MapPoint } from '../interaction/usePointer';
import { saveAsPicture, saveAsVizceral } from '../model/exportMap';
import { CONTEXT_LOST, NO_WEBGL, SCENE_NOT_LOADED } from '../model/messages';
import { type Pins } from '../model/pins';
import { panelRoom } from '../model/panelSize';
import { factsSentence, pickFacts } from '../model/summary';
import type { PanelOptions } from '../options/types';
import { TEST_IDS } from '../testIds';
import { Details } from './Details';
import { NO_ALERTS } from './FiringAlerts';
import { FlowMap } from './FlowMap';
import { Legend } from './Legend';
import { MapHeader } from './MapHeader';
import { Message } from './Message';
import { NodeTable } from './NodeTable';
import { PickTooltip } from './PickTooltip';
import type { QueryChoice } from './QuerySwitch';
import { ReplayBar } from './ReplayBar';
import { ScreenReaderSummary } from './ScreenReaderSummary';
import { StatisticsOverlay } from './StatisticsOverlay';
import { Toolbar } from './Toolbar';

interface Props {
  readonly traffic: Traffic;
  readonly result: TrafficResult;
  readonly states: ThresholdStates;
  /** As Grafana gave them: data links are read from their fields. */
  readonly frames: readonly DataFrame[];
  readonly options: PanelOptions;
  readonly format: PanelFormat;
  readonly transparent: boolean;
  readonly onPins: (pins: Pins) => void;
  /** Absent where one query alone gives a map. */
  readonly queries?: QueryChoice;
  readonly width: number;
  readonly height: number;
}

/** A map of traffic that there is, with everything around it. */
export function TrafficMap(props: Props) {
  const { traffic, result, states, frames, options, format, transparent, onPins, queries, width, height } = props;
  const styles = useStyles2(getStyles);
  const descriptionId = useId();
  const root = useDivRef();
  const mapRef = useDivRef();
  const ring = useDivRef();
  const searchInput = useRef<HTMLInputElement>(null);
  const [hoverPoint, setHoverPoint] = useState<MapPoint>();
  const [tableWanted, setTableWanted] = useState(false);
  const { times, nodes } = result.history;

  const [start] = useState(() => levelInAddress(options.variables));
  const navigation = useNavigation(nodes, start);
  const { place } = navigation;
  const room = panelRoom(
    { width, height },
    {
      legend: options.showLegend,
      replay: options.showReplay && times.length > 1,
      toolbar: options.showToolbar,
      header:
        place.path.length > 0 ||
        place.focus !== undefined ||
        queries !== undefined ||
        navigation.vanished !== undefined ||
        traffic.staleSince !== undefined ||
        traffic.notices.length > 0,
    }
  );
  const insets = useEqual(room.insets);
  const size = { width, height: room.mapHeight };
  const replay = useReplay(times);
  const timeIndex = replay.timeIndex ?? times.length - 1;
  const pins = usePins(options.pins, onPins, place);
  const { view, placed, problem } = usePlacedView({
    result,
    states,
    place,
    timeIndex: replay.timeIndex,
    options,
    pinned: pins.pinned,
    ...size,
  });
  const { shown, onShown } = useShownView(placed);
  const picks = usePicks(shown?.view);
  const { hovered, cursor, selected, selectedIn, setSelected } = picks;
  useDashboardVariables({
    options: options.variables,
    nodes,
    view: selectedIn,
    selected,
    place,
    go: navigation.go,
  });
  const search = useSearch(view, nodes, searchInput);
  const map = useMapScene({
    placed,
    isFar: shown?.view.aggregated !== undefined,
    picks,
    onShown,
    matches: search.result.matches,
    pins,
    options,
    format,
    transparent,
    root,
    ring,
    insets,
    ...size,
  });
  const { scene, status, theme } = map;
  useReveal(scene, shown?.view, picks, width, room.detailsWidth);

  const toggleTable = useCallback(() => setTableWanted((wanted) => !wanted), []);
  const commands = useMapCommands({
    scene,
    placed,
    shown,
    picks,
    navigation,
    pins,
    size,
    redraw: map.redraw,
    onTable: toggleTable,
    onSearch: search.show,
  });
  const tableFocus = useTableFocus();
  const noDrag = useCallback(() => undefined, []);
  const pick = useCallback((x: number, y: number) => scene?.pick(x, y), [scene]);
  const cannotDraw = status === 'noWebgl' ? NO_WEBGL : status === 'notLoaded' ? SCENE_NOT_LOADED : undefined;
  const tableOpen = tableWanted || cannotDraw !== undefined;
  const goTo = (path: readonly string[], id: string) => {
    navigation.go({ path });
    setSelected({ kind: 'node', row: -1, id });
  };
  const focusMap = () => window.setTimeout(() => mapRef.current?.focus({ preventScroll: true }));
  const detailsOpen = selected !== undefined && selectedIn !== undefined;
  const focusBack = tableOpen ? tableFocus.giveBack : focusMap;
  const closeDetails = () => {
    setSelected(undefined);
    focusBack();
  };
  const closeTable = () => {
    setTableWanted(false);
    focusMap();
  };

  return (
    <div ref={root} className={styles.root} style={{ width, height }} data-testid={TEST_IDS.panel} data-status={status}>
      <FlowMap
        {...size}
        onCanvas={map.setCanvas}
        showCanvas={map.near}
        canvasKey={map.canvasKey}
        hidden={tableOpen || status === 'lost'}
        dimmed={traffic.staleSince !== undefined}
        zoomMode={options.zoomMode}
        descriptionId={descriptionId}
        commands={commands}
        pick={pick}
        startDrag={options.moveNodes ? map.startDrag : noDrag}
        onHover={(hit, point) => {
          picks.setHovered(hit);
          setHoverPoint(hit === undefined ? undefined : point);
        }}
        onSelect={setSelected}
        onBlur={() => picks.setCursor(undefined)}
        mapRef={mapRef}
        ringRef={ring}
      />
      {status === 'lost' && !tableOpen && (
        <div className={styles.over} style={size}>
          <Message message={CONTEXT_LOST} compact={room.compact} />
        </div>
      )}
      {tableOpen && (
        <div className={styles.over} style={{ ...size, paddingTop: room.insets.top > 0 || search.open ? 36 : 0 }}>
          {cannotDraw !== undefined && <Message message={cannotDraw} strip compact={room.compact || height < 320} />}
          <NodeTable
            history={result.history}
            view={view}
            format={format}
            theme={theme}
            filter={search}
            selected={selected}
            narrow={room.quietToolbar}
            besideToolbar={options.showToolbar && !room.compact}
            regionRef={tableFocus.region}
            onSelect={(pick) => {
              tableFocus.chosen(pick);
              setSelected(pick);
            }}
            onOpen={commands.open}
            onSearch={search.show}
            onClose={cannotDraw === undefined ? closeTable : undefined}
            onEscape={detailsOpen ? closeDetails : undefined}
          />
        </div>
      )}
      <MapHeader
        navigation={navigation}
        nodes={nodes}
        search={search}
        searchInput={searchInput}
        total={view.nodes.count}
        onNext={commands.next}
        onGo={goTo}
        onLeaveSearch={focusBack}
        notices={traffic.notices}
        problem={problem}
        staleSince={traffic.staleSince}
        format={format}
        queries={queries}
      />
      {options.showToolbar && !room.compact && (
        <div
          className={cx(styles.toolbar, room.quietToolbar && styles.quiet)}
          style={{ bottom: height - room.mapHeight + 8 }}
        >
          <Toolbar
            onZoom={commands.zoom}
            onFit={commands.fit}
            onSearch={search.show}
            onUnpinAll={pins.ids.size > 0 ? pins.unpinAll : undefined}
            onSaveData={() => saveAsVizceral(result.history, states, timeIndex)}
            onSavePicture={() => map.takePicture((picture) => saveAsPicture(picture, result.history, timeIndex))}
            tableOpen={tableOpen}
            onTable={cannotDraw === undefined ? toggleTable : undefined}
          />
        </div>
      )}
      {room.legendHeight > 0 && (
        <div className={styles.footer} style={{ height: room.legendHeight }}>
          <Legend
            view={shown?.view ?? view}
            density={options.particles.density}
            speed={options.particles.speed}
            responses={options.particles.responses}
            format={format}
            theme={theme}
          />
        </div>
      )}
      {room.replayHeight > 0 && (
        <div style={{ height: room.replayHeight }}>
          <ReplayBar replay={replay} times={times} states={states} format={format} theme={theme} />
        </div>
      )}
      {options.showStatistics && scene !== undefined && !room.compact && (
        <div className={styles.statistics}>
          <StatisticsOverlay scene={scene} />
        </div>
      )}
      {selected !== undefined && selectedIn !== undefined && (
        <Details
          view={selectedIn}
          pick={selected}
          result={result}
          states={states}
          frames={frames}
          format={format}
          theme={theme}
          width={room.detailsWidth}
          height={room.mapHeight}
          timeIndex={timeIndex}
          takesFocus={tableFocus.isChosenIn(selected)}
          onSelect={setSelected}
          pinned={pins.ids.has(selected.id)}
          onTogglePin={() => commands.togglePin(selected)}
          onOpen={commands.open}
          onGo={goTo}
          onClose={closeDetails}
        />
      )}
      {shown !== undefined && hovered !== undefined && hoverPoint !== undefined && hovered.id !== selected?.id && (
        <PickTooltip
          view={shown.view}
          pick={hovered}
          states={states}
          alerts={result.alerts ?? NO_ALERTS}
          format={format}
          theme={theme}
          at={hoverPoint}
        />
      )}
      <ScreenReaderSummary
        id={descriptionId}
        view={view}
        pinned={pins.ids}
        cursor={shown !== undefined && cursor !== undefined ? factsSentence(pickFacts(shown.view, cursor), format) : ''}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ position: 'relative', overflow: 'hidden' }),
  over: css({
    position: 'absolute',
    top: 0,
    left: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    background: theme.colors.background.primary,
  }),
  toolbar: css({ position: 'absolute', right: theme.spacing(1), zIndex: 2 }),
  // Touch knows no hovering.
  quiet: css({
    '@media (hover: hover)': { opacity: 0 },
    ':hover > &, :focus-within > &': { opacity: 1 },
  }),
  statistics: css({
    position: 'absolute',
    left: theme.spacing(1),
    top: theme.spacing(5),
    zIndex: 1,
    pointerEvents: 'none',
  }),
  footer: css({ display: 'flex', alignItems: 'center', overflow: 'hidden', padding: theme.spacing(0, 0.5) }),
});
