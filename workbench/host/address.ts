const PAGES = ['dashboard', 'config', 'variable', 'annotation'] as const;

/** What the page's address asks for. */
export interface Address {
  readonly scenario: string;
  readonly theme: 'dark' | 'light';
  /** Of each panel, CSS pixels; absent: as large as fits. */
  readonly width?: number;
  readonly height?: number;
  /** Shows the panel's options and the query editor. */
  readonly edit: boolean;
  /** Shows the data source's settings, or its editor of a variable or an annotation, instead of the dashboard. */
  readonly page: (typeof PAGES)[number];
  /** As Grafana writes times: `now-15m`, or milliseconds since 1970. Absent: the scenario's own. */
  readonly from?: string;
  readonly to?: string;
  /** Such as `5s`; empty for none. */
  readonly refresh: string;
  /** Panel options over the scenario's own, as JSON, such as `{"detail":"services"}`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Copies of the panel. */
  readonly panels: number;
}

const positive = (text: string | null): number | undefined => {
  const value = Number(text);
  return text !== null && Number.isFinite(value) && value > 0 ? Math.round(value) : undefined;
};

/** The pickers know times relative to now and ISO 8601, but not the milliseconds that Grafana's addresses have. */
function parseTime(text: string | null): string | undefined {
  return text !== null && /^\d+$/.test(text) ? new Date(Number(text)).toISOString() : (text ?? undefined);
}

function parseOptions(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Reads an address such as `?scenario=simulated&theme=light&edit=1`. What it does not understand counts as absent. */
export function parseAddress(search: string): Address {
  const parameters = new URLSearchParams(search);
  return {
    scenario: parameters.get('scenario') ?? 'simulated',
    theme: parameters.get('theme') === 'light' ? 'light' : 'dark',
    width: positive(parameters.get('width')),
    height: positive(parameters.get('height')),
    edit: parameters.get('edit') === '1',
    page: PAGES.find((page) => page === parameters.get('page')) ?? 'dashboard',
    from: parseTime(parameters.get('from')),
    to: parseTime(parameters.get('to')),
    refresh: parameters.get('refresh') ?? '',
    options: parseOptions(parameters.get('options')),
    panels: positive(parameters.get('panels')) ?? 1,
  };
}

/** The present address with some parameters changed; an empty value removes its parameter. */
export function changedAddress(search: string, changes: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') {
      parameters.delete(name);
    } else {
      parameters.set(name, value);
    }
  }
  return `?${parameters.toString()}`;
}
