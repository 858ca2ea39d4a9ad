import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import type { SceneOptions, SceneTheme } from '../../scene/types';
import type { PanelFormat } from '../format';
import { stateWords } from '../model/describe';
import { viewScales } from '../model/scales';
import { shownText } from '../model/shownText';
import { TEST_IDS } from '../testIds';
import { ClassMark } from './ClassMark';
import { ResponseMark } from './ResponseMark';
import { DensityMark, ScaleEntry, SpeedMark } from './ScaleEntry';
import { StateMark } from './StateMark';

/** CSS pixels. */
const LINE = 18;

interface Props {
  /** Whose edges the scales are of. */
  readonly view: TrafficView;
  readonly density: SceneOptions['density'];
  readonly speed: SceneOptions['speed'];
  /** Whether answers are drawn on their way back. */
  readonly responses: boolean;
  readonly format: PanelFormat;
  readonly theme: SceneTheme;
}

/** What shapes, colours, density and speed mean: particles by class of request, nodes and edges by state. */
export function Legend({ view, density, speed, responses, format, theme }: Props) {
  const styles = useStyles2(getStyles);
  const { rate, bytes, latency } = useMemo(() => viewScales(view), [view]);
  const isOfBytes = rate === undefined && bytes !== undefined;
  return (
    <div className={styles.root} data-testid={TEST_IDS.legend} role="group" aria-label="Legend">
      {!isOfBytes && (
        <>
          <span className={styles.title}>Requests</span>
          {view.classes.map(({ name, severity }) => (
            <span key={name} className={styles.entry}>
              <ClassMark severity={severity} theme={theme} />
              {shownText(name)}
            </span>
          ))}
        </>
      )}
      {responses && (
        <span className={styles.entry}>
          <ResponseMark theme={theme} />
          answer
        </span>
      )}
      <span className={styles.title}>State</span>
      {[STATE_NORMAL, STATE_WARNING, STATE_DANGER, STATE_NO_DATA].map((state) => (
        <span key={state} className={styles.entry}>
          <StateMark state={state} theme={theme} />
          {stateWords(state)}
        </span>
      ))}
      {rate !== undefined && (
        <ScaleEntry
          className={styles.entry}
          title="Rate"
          label={`Density of particles by rate, ${density === 'log' ? 'logarithmic' : 'linear'}`}
          from={<DensityMark amount="few" colour={theme.normal} />}
          to={<DensityMark amount="many" colour={theme.normal} />}
          extent={rate}
          format={format.rate}
        />
      )}
      {bytes !== undefined && (
        <ScaleEntry
          className={styles.entry}
          title="Bytes"
          label={`Density of particles by bytes where no requests are known, on a scale of their own, ${density === 'log' ? 'logarithmic' : 'linear'}`}
          from={<DensityMark amount="few" colour={theme.normal} />}
          to={<DensityMark amount="many" colour={theme.normal} />}
          extent={bytes}
          format={format.bytes}
        />
      )}
      {speed === 'latency' && latency !== undefined && (
        <ScaleEntry
          className={styles.entry}
          title="p95"
          label="Speed of particles by p95 latency: the slower, the slower"
          from={<SpeedMark speed="fast" colour={theme.normal} />}
          to={<SpeedMark speed="slow" colour={theme.normal} />}
          extent={latency}
          format={format.seconds}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    // What there is no room for goes to a second line, which is not seen: the scales first.
    height: LINE,
    lineHeight: `${LINE}px`,
    overflow: 'hidden',
    gap: theme.spacing(0, 1.25),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  title: css({ color: theme.colors.text.disabled }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
});
