/**
 * A link that every service, or every edge, gets. In its address `{service}`, `{group}`, `{namespace}`, `{id}`,
 * `{source}`, `{target}`, `{from}` and `{to}` stand for what is known of the subject, each percent-encoded. One that
 * names a source or a target is for edges, one that names a service is for services, any other is for both.
 */
export interface LinkTemplate {
  /** The same places hold names here, as they are. */
  readonly title: string;
  /** Begins with http://, https:// or /. */
  readonly url: string;
  /** Absent: in the same tab. */
  readonly newTab?: boolean;
}

/** The links of services and edges. */
export interface LinkSettings {
  /** Whether there is a link to Explore, on the query behind it. Absent: there is. */
  readonly explore?: boolean;
  readonly templates?: readonly LinkTemplate[];
}
