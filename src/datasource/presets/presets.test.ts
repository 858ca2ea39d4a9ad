import { PRESETS } from '.';
import { edgeLabelsOf, worthOf } from './preset';

const each = PRESETS.map((preset) => [preset.id, preset] as const);
const expressionsOf = each.flatMap(([id, { kind, expressions, pathPattern }]) =>
  Object.entries(expressions).map(([name, text]) => ({ id, kind, name, text: String(text), pathPattern }))
);
const ofKind = (wanted: string) =>
  expressionsOf.filter(({ kind }) => kind === wanted).map((entry) => [`${entry.id} ${entry.name}`, entry] as const);

describe('presets', () => {
  it('have ids of their own', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  });

  it.each(each)('%s maps source and target, and says what it needs and what to know', (_id, preset) => {
    for (const end of [preset.mapping.source, preset.mapping.target]) {
      expect(end.label ?? end.constant).toBeTruthy();
    }
    expect(preset.needs).not.toBe('');
    expect(preset.pitfalls).not.toBe('');
  });

  it.each(ofKind('prometheus'))('%s is aggregated by Prometheus', (_name, { text }) => {
    // Whatever is looked up stands within the brackets of an aggregation, so that the answer grows with the edges.
    const selectors = [...text.matchAll(/[a-z_]+[a-z0-9_]*(?:\{[^}]*\})?\[\$__rate_interval\]/gi)];
    const aggregations = [...text.matchAll(/\b(?:sum|max) by \(([^)]*)\)/g)];
    expect(aggregations.length).toBeGreaterThan(0);
    for (const selector of selectors) {
      expect(aggregations.some(({ index }) => index < selector.index)).toBe(true);
    }
    for (const [, labels] of aggregations) {
      expect(labels.split(', ')).not.toEqual(expect.arrayContaining(['instance']));
      expect(labels.split(', ')).not.toEqual(expect.arrayContaining(['pod']));
    }
  });

  it.each(ofKind('graphite'))(
    '%s is aggregated, or holds one series an edge and class',
    (_name, { text, pathPattern }) => {
      const looksUp = text.split('seriesByTag(').slice(0, -1);
      if (looksUp.length > 0) {
        expect(looksUp.every((before) => before.endsWith('groupByTags('))).toBe(true);
        return;
      }
      const wildcards = [...text.matchAll(/\*|\{[^}]*\}/g)].length;
      const patterns = (pathPattern ?? '').split(/\s+/).filter((pattern) => fits(pattern, text));
      expect(patterns).toHaveLength(1);
      expect([...patterns[0].matchAll(/\{\w+\}/g)]).toHaveLength(wildcards);
    }
  );

  it('that do not see requests, errors and latency are worth less than those that do', () => {
    const worth = (id: string) => worthOf(PRESETS.find((preset) => preset.id === id)!);
    expect(worth('istio')).toBe(1);
    expect(worth('istio-tcp')).toBeCloseTo(2 / 3);
    expect(worth('kafka')).toBeCloseTo(1 / 3);
    expect(worth('beyla-network')).toBeLessThan(worth('kafka'));
  });

  it('name the labels by which edges are counted', () => {
    const labels = (id: string) => edgeLabelsOf(PRESETS.find((preset) => preset.id === id)!);
    expect(labels('traefik')).toEqual(['service']);
    expect(labels('linkerd')).toEqual(['namespace', 'deployment', 'dst_namespace', 'dst_deployment']);
  });
});

/** Whether a path pattern reads the paths of an expression: every part is the same, or a field where a wildcard is. */
function fits(pattern: string, expression: string): boolean {
  const parts = pattern.split('.');
  const asked = expression.split('.');
  return (
    parts.length === asked.length &&
    parts.every((part, index) => part === asked[index] || (/\{\w+\}/.test(part) && /[*{]/.test(asked[index])))
  );
}
