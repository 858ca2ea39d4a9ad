import React, { useCallback, useMemo } from 'react';
import type { PanelProps } from '@grafana/data';
import { Message } from './components/Message';
import { QuerySwitch } from './components/QuerySwitch';
import { TrafficMap } from './components/TrafficMap';
import { createFormat } from './format';
import { useTraffic } from './hooks/useTraffic';
import { framesOfQuery, shownQuery, trafficQueries } from './model/queries';
import { completeOptions } from './options/defaults';
import type { PanelOptions } from './options/types';
import { TEST_IDS } from './testIds';

/** The panel: a map where there is traffic, and a message that says why where there is none. */
export function TrafficPanel({
  data,
  options: stored,
  width,
  height,
  timeZone,
  transparent,
  fieldConfig,
  onOptionsChange,
  replaceVariables,
}: PanelProps<PanelOptions>) {
  const options = useMemo(() => completeOptions(stored), [stored]);
  const all = data.series;
  const names = useMemo(() => trafficQueries(all), [all]);
  const series = useMemo(() => framesOfQuery(all, options.query), [all, options.query]);
  const drawn = useMemo(() => (series === all ? data : { ...data, series }), [data, series, all]);
  const traffic = useTraffic(drawn, options, replaceVariables);
  const { rateUnit } = options.labels;
  const { decimals } = fieldConfig.defaults;
  const format = useMemo(
    () => createFormat({ timeZone, rateUnit, decimals: decimals ?? undefined }),
    [timeZone, rateUnit, decimals]
  );
  const savePins = useCallback(
    (pins: PanelOptions['pins']) => onOptionsChange({ ...stored, pins }),
    [stored, onOptionsChange]
  );
  const queries =
    names.length < 2
      ? undefined
      : {
          queries: names,
          shown: shownQuery(names, options.query),
          onChange: (query: string) => onOptionsChange({ ...stored, query }),
        };
  const { result, states, message } = traffic;
  if (result === undefined || states === undefined) {
    return (
      <div style={{ width, height }} data-testid={TEST_IDS.panel} data-status="empty">
        {queries !== undefined && <QuerySwitch {...queries} />}
        {message !== undefined && <Message message={message} compact={width < 300 || height < 200} />}
      </div>
    );
  }
  return (
    <TrafficMap
      traffic={traffic}
      result={result}
      states={states}
      frames={series}
      options={options}
      format={format}
      transparent={transparent}
      onPins={savePins}
      queries={queries}
      width={width}
      height={height}
    />
  );
}
