import type { DataFrame, SelectableValue } from '@grafana/data';
import { decodeTraffic } from '../../frames/decode';
import { frameMapping } from './frameMapping';
import type { MappingOptions } from './types';

/** Every service of the data, to choose the entry from. */
export function entryOptions(frames: readonly DataFrame[], mapping: MappingOptions): Array<SelectableValue<string>> {
  const nodes = decodeTraffic(frames, frameMapping(mapping)).result?.history.nodes;
  return (nodes?.ids ?? []).map((id, row) => ({ value: id, label: nodes?.names[row] ?? id, description: id }));
}
