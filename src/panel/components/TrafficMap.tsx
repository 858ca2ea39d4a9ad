import React, { useCallback, useEffect, useId, useRef, useState } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ThresholdStates, TrafficResult } from '../../core/model/result';
import type { PanelFormat } from '../format';
import { useFrameLoop } from '../hooks/useFrameLoop';
import { useMapCommands } from '../hooks/useMapCommands';
import { useNavigation } from '../hooks/useNavigation';
import { useOnScreen } from '../hooks/useOnScreen';
import { usePicks } from '../hooks/usePicks';
import { usePlacedView } from '../hooks/usePlacedView';
import { useScene } from '../hooks/useScene';
import { useSceneSettings } from '../hooks/useSceneSettings';
import { useSceneView } from '../hooks/useSceneView';
import type { Traffic } from '../hooks/useTraffic';
import type { MapPoint } from '../interaction/usePointer';
import { CONTEXT_LOST, NO_WEBGL, SCENE_NOT_LOADED } from '../model/messages';
import { crumbs } from '../model/navigation';
import { panelRoom } from '../model/panelSize';
import { factsSentence, pickFacts } from '../model/summary';
import type { PanelOptions } from '../options/types';
import { TEST_IDS } from '../testIds';
import { Details } from './Details';
import { FlowMap } from './FlowMap';
import { placeFocusRing } from './FocusRing';
import { Legend } from './Legend';
import { MapHeader } from './MapHeader';
import { Message } from './Message';
import { PickTooltip } from './PickTooltip';
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
  readonly width: number;
  readonly height: number;
}

/** A map of traffic that there is, with everything around it. */
export function TrafficMap({ traffic, result, states, frames, options, format, transparent, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const descriptionId = useId();
  const root = useRef<HTMLDivElement>(null);
  const mapRef = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [hoverPoint, setHoverPoint] = useState<MapPoint>();
  const [tableOpen, setTableOpen] = useState(false);

  const room = panelRoom({ width, height }, { legend: options.showLegend, replay: false });
  const size = { width, height: room.mapHeight };
  const navigation = useNavigation(result.history.nodes);
  const { view, placed, problem } = usePlacedView({ result, states, place: navigation.place, options, ...size });
  const settings = useSceneSettings(options, transparent);
  const onScreen = useOnScreen(root);
  const { scene, status } = useScene(canvas, { ...settings, ...size, format });
  useSceneView(scene, placed);

  const picks = usePicks(placed?.view);
  const { hovered, cursor, selected } = picks;
  useEffect(() => {
    scene?.setEmphasis({ hovered: hovered ?? cursor, selected });
  }, [scene, placed, hovered, cursor, selected]);

  const onFrame = useCallback(() => {
    placeFocusRing(ring.current, cursor === undefined ? undefined : scene?.nodeOnScreen(cursor.row));
  }, [scene, cursor]);
  const redraw = useFrameLoop(scene, mapRef, settings.options, onFrame);

  const toggleTable = useCallback(() => setTableOpen((open) => !open), []);
  const commands = useMapCommands({
    scene,
    placed,
    picks,
    navigation,
    size,
    redraw,
    onTable: toggleTable,
    onSearch: toggleTable,
  });
  const pick = useCallback((x: number, y: number) => scene?.pick(x, y), [scene]);
  const cursorSentence =
    placed !== undefined && cursor !== undefined ? factsSentence(pickFacts(placed.view, cursor), format) : '';
  const unavailable = status === 'noWebgl' ? NO_WEBGL : status === 'notLoaded' ? SCENE_NOT_LOADED : undefined;

  return (
    <div ref={root} className={styles.root} style={{ width, height }} data-testid={TEST_IDS.panel} data-status={status}>
      <FlowMap
        {...size}
        canvasKey="canvas"
        onCanvas={setCanvas}
        showCanvas={onScreen}
        dimmed={traffic.staleSince !== undefined}
        zoomMode={options.zoomMode}
        descriptionId={descriptionId}
        commands={commands}
        pick={pick}
        onHover={(hit, point) => {
          picks.setHovered(hit);
          setHoverPoint(hit === undefined ? undefined : point);
        }}
        onSelect={picks.setSelected}
        onBlur={() => picks.setCursor(undefined)}
        mapRef={mapRef}
        ringRef={ring}
      />
      {(unavailable ?? (status === 'lost' ? CONTEXT_LOST : undefined)) !== undefined && (
        <div className={styles.over}>
          <Message message={unavailable ?? CONTEXT_LOST} compact={room.compact} />
        </div>
      )}
      <MapHeader
        trail={crumbs(navigation.place, result.history.nodes)}
        navigation={navigation}
        notices={traffic.notices}
        problem={problem}
        staleSince={traffic.staleSince}
        format={format}
      />
      {options.showToolbar && !room.compact && (
        <div className={styles.toolbar} style={{ bottom: room.legendHeight + room.replayHeight + 8 }}>
          <Toolbar onZoom={commands.zoom} onFit={commands.fit} tableOpen={tableOpen} onTable={toggleTable} />
        </div>
      )}
      {room.legendHeight > 0 && (
        <div className={styles.footer} style={{ height: room.legendHeight }}>
          <Legend classes={view.classes} theme={settings.theme} />
        </div>
      )}
      {options.showStatistics && scene !== undefined && !room.compact && (
        <div className={styles.statistics}>
          <StatisticsOverlay scene={scene} />
        </div>
      )}
      {placed !== undefined && selected !== undefined && (
        <Details
          view={placed.view}
          pick={selected}
          result={result}
          states={states}
          frames={frames}
          format={format}
          theme={settings.theme}
          width={room.detailsWidth}
          timeIndex={result.history.times.length - 1}
          onSelect={picks.setSelected}
          onOpen={commands.open}
          onClose={() => {
            picks.setSelected(undefined);
            mapRef.current?.focus();
          }}
        />
      )}
      {placed !== undefined && hovered !== undefined && hoverPoint !== undefined && (
        <PickTooltip
          view={placed.view}
          pick={hovered}
          states={states}
          format={format}
          theme={settings.theme}
          at={hoverPoint}
        />
      )}
      <ScreenReaderSummary id={descriptionId} view={view} cursor={cursorSentence} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ position: 'relative', overflow: 'hidden' }),
  over: css({ position: 'absolute', inset: 0, background: theme.colors.background.primary, zIndex: 1 }),
  toolbar: css({ position: 'absolute', right: theme.spacing(1), zIndex: 2 }),
  statistics: css({
    position: 'absolute',
    left: theme.spacing(1),
    top: theme.spacing(5),
    zIndex: 1,
    pointerEvents: 'none',
  }),
  footer: css({ display: 'flex', alignItems: 'center', overflow: 'hidden', padding: theme.spacing(0, 0.5) }),
});
