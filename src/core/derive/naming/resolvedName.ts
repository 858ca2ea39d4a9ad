/** What a label's value names: a service, and the groups that the value itself tells, outermost first. */
export interface ResolvedName {
  readonly name: string;
  readonly group: readonly string[];
}
