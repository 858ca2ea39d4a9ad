/** The address if it is http(s) or relative; undefined for anything else, such as `javascript:` or `data:`. */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined || address.trim() === '') {
    return undefined;
  }
  try {
    const { protocol } = new URL(address, 'https://relative.invalid/');
    return protocol === 'http:' || protocol === 'https:' ? address : undefined;
  } catch {
    return undefined;
  }
}
