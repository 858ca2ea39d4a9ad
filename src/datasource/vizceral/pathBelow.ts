function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** What a segment may not be: it would lead elsewhere, here or where a proxy decodes it. */
function leadsAway(segment: string): boolean {
  return segment === '.' || segment === '..' || /[/\\\u0000-\u001f]/.test(segment);
}

/**
 * The address of a path, with its query if it has one, below a base address. Undefined for what is no such path: an
 * address of its own, or one that leads out of the base, however it is written.
 */
export function pathBelow(base: string, path: string): string | undefined {
  const wanted = path.trim();
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(wanted) || wanted.includes('#')) {
    return undefined;
  }
  const [place, ...query] = wanted.split('?');
  const segments: string[] = [];
  for (const written of place.split('/').filter((each) => each !== '')) {
    const segment = decoded(written);
    if (segment === undefined || leadsAway(segment)) {
      return undefined;
    }
    segments.push(encodeURIComponent(segment));
  }
  const address = [base.replace(/\/+$/, ''), ...segments].join('/');
  return query.length === 0 ? address : `${address}?${new URLSearchParams(query.join('?')).toString()}`;
}
