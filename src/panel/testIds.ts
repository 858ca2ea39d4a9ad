/** Names by which tests find the parts of a panel. */
export const TEST_IDS = {
  panel: 'traffic-panel',
  map: 'traffic-map',
  canvas: 'traffic-canvas',
  message: 'traffic-message',
  notices: 'traffic-notices',
  breadcrumbs: 'traffic-breadcrumbs',
  toolbar: 'traffic-toolbar',
  tooltip: 'traffic-tooltip',
  details: 'traffic-details',
  firingAlerts: 'traffic-firing-alerts',
  legend: 'traffic-legend',
  table: 'traffic-table',
  statistics: 'traffic-statistics',
  summary: 'traffic-summary',
  replay: 'traffic-replay',
  focusRing: 'traffic-focus-ring',
} as const;
