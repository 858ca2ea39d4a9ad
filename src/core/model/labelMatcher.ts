/** A label, and what it must hold: a regular expression, anchored at both ends. A missing label holds "". */
export interface LabelMatcher {
  readonly label: string;
  readonly match: string;
}
