import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { trafficQueries } from '../model/queries';
import { DEFAULT_OPTIONS as DEFAULTS } from './defaults';
import type { MappingOptions, PanelOptions } from './types';

const DATA = ['Data'];

const FIELDS: ReadonlyArray<{
  readonly key: keyof MappingOptions;
  readonly name: string;
  readonly description?: string;
}> = [
  {
    key: 'source',
    name: 'Source field',
    description: 'For tables and series that are not of the Traffic Intuition data source. A field or a label.',
  },
  { key: 'target', name: 'Target field' },
  { key: 'rate', name: 'Rate field', description: 'Requests per second' },
  { key: 'errors', name: 'Errors field', description: 'Failed requests per second' },
  { key: 'errorRatio', name: 'Error ratio field', description: 'Failed by all requests, 0–1, or percent by its unit' },
  { key: 'p95', name: 'p95 field', description: 'Latency: seconds, or what its unit says' },
  { key: 'bytes', name: 'Bytes field', description: 'Bytes per second, or what its unit says' },
  { key: 'class', name: 'Class field', description: 'Status or class of the requests' },
  { key: 'sourceGroup', name: 'Group of the source', description: 'Such as a namespace' },
  { key: 'targetGroup', name: 'Group of the target' },
];

/** Which fields mean what, in data that does not say so itself. */
export function addDataOptions(builder: PanelOptionsEditorBuilder<PanelOptions>): void {
  builder.addSelect({
    path: 'query',
    name: 'Query',
    description: 'Which one to draw, where several give a map',
    category: DATA,
    defaultValue: DEFAULTS.query,
    settings: {
      options: [],
      getOptions: async ({ data }) => [
        { value: '', label: 'The first' },
        ...trafficQueries(data).map((value) => ({ value, label: value })),
      ],
    },
  });
  for (const { key, name, description } of FIELDS) {
    builder.addTextInput({
      path: `mapping.${key}`,
      name,
      description,
      category: DATA,
      settings: { placeholder: 'found by name' },
    });
  }
}
