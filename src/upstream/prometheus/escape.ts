/** For a value between double quotes in a label matcher with `=` or `!=`. */
export function escapeLabelValue(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');
}

/** For a literal value between double quotes in a label matcher with `=~` or `!~`. */
export function escapeRegex(value: string): string {
  return escapeLabelValue(value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
}
