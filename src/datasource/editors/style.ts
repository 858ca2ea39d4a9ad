/** Width of the labels of all fields, in Grafana's units of 8 px. */
export const LABEL_WIDTH = 16;
/** For labels of three words. */
export const WIDE_LABEL_WIDTH = 20;
export const SHORT_FIELD_WIDTH = 24;
