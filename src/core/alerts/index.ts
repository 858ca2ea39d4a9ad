export { alertsFromSeries } from './alertSeries';
export { alertLabels, attachAlerts, type AlertLabels } from './attachAlerts';
export { firesAt, raiseStates } from './raiseStates';
export { severityOf } from './severity';
