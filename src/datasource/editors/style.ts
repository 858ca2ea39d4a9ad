/** Width of the labels of all fields, in Grafana's units of 8 px. */
export const LABEL_WIDTH = 16;
export const SHORT_FIELD_WIDTH = 24;
