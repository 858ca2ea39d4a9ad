import React, { useCallback, useMemo } from 'react';
import type { PanelProps } from '@grafana/data';
import { Message } from './components/Message';
import { TrafficMap } from './components/TrafficMap';
import { createFormat } from './format';
import { useTraffic } from './hooks/useTraffic';
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
  const traffic = useTraffic(data, options, replaceVariables);
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
  const { result, states, message } = traffic;
  if (result === undefined || states === undefined) {
    return (
      <div style={{ width, height }} data-testid={TEST_IDS.panel} data-status="empty">
        {message !== undefined && <Message message={message} compact={width < 300 || height < 200} />}
      </div>
    );
  }
  return (
    <TrafficMap
      traffic={traffic}
      result={result}
      states={states}
      frames={data.series}
      options={options}
      format={format}
      transparent={transparent}
      onPins={savePins}
      width={width}
      height={height}
    />
  );
}
