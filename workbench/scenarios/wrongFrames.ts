import type { Scenario } from './scenario';

/** Thursday 1 January 2026, in milliseconds. */
const START = 1767225600000;

export const wrongFrames: Scenario = {
  name: 'wrong-frames',
  title: 'Frames without an edge',
  about: 'A time series that has neither a source nor a target: the panel says what it needs.',
  dataSource: 'static',
  queries: [
    {
      refId: 'A',
      frames: [
        {
          name: 'temperature',
          fields: [
            { name: 'Time', type: 'time', values: [START, START + 60000, START + 120000] },
            { name: 'Value', type: 'number', values: [20.5, 20.7, 20.6], labels: { room: 'server room' } },
          ],
        },
      ],
    },
  ],
};
