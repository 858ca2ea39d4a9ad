import type { Labels } from '../../core/model/series';

/** What series of a Graphite target are told apart by: tags, or the parts of a path, "part1" being the first. */
export interface TargetSeries {
  readonly isTagged: boolean;
  readonly series: readonly Labels[];
}

const PART = /^part([1-9]\d*)$/;

/** Place of a part in its path, from 0; undefined for a tag. */
export function placeOf(label: string): number | undefined {
  const found = PART.exec(label);
  return found ? Number(found[1]) - 1 : undefined;
}

/** Tags where there are any, or else the parts of the paths that have the most frequent length. */
export function tellApart(labels: readonly Labels[]): TargetSeries {
  const pick = (wanted: (label: string) => boolean) =>
    labels.map((all) => Object.fromEntries(Object.entries(all).filter(([label]) => wanted(label))));
  const tags = pick((label) => label !== 'name' && placeOf(label) === undefined);
  if (tags.some((each) => Object.keys(each).length > 0)) {
    return { isTagged: true, series: tags };
  }
  const paths = pick((label) => placeOf(label) !== undefined).filter((parts) => Object.keys(parts).length > 0);
  const lengths = new Map<number, number>();
  paths.forEach((parts) => {
    const length = Object.keys(parts).length;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  });
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return { isTagged: false, series: paths.filter((parts) => Object.keys(parts).length === usual) };
}
