export type { EventRequest, FoundEvents, TrafficEvent } from './event';
export { findEvents } from './findEvents';
