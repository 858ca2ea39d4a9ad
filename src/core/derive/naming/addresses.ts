import type { AddressNaming } from '../../model/naming';

const VERSION_4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d+)?$/;
/** With a port it stands in brackets. */
const VERSION_6 = /^(?:\[([0-9a-f:.]+)\](?::\d+)?|([0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*))$/i;
/** Loopback, link-local, unique local, and mapped private ones. */
const PRIVATE_6 = /^(::1$|fe[89ab]|f[cd]|::ffff:(10|127|192\.168|169\.254)\.)/i;

function isPrivate4(first: number, second: number): boolean {
  return (
    first === 10 ||
    first === 127 ||
    first === 0 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127)
  );
}

/** Whether a name is an IP address, with or without a port, and of which kind. Private: RFC 1918, 4193, 6598, loopback. */
export function addressKind(name: string): 'public' | 'private' | undefined {
  const four = VERSION_4.exec(name);
  if (four) {
    const parts = four.slice(1).map(Number);
    return parts.some((part) => part > 255) ? undefined : isPrivate4(parts[0], parts[1]) ? 'private' : 'public';
  }
  const six = VERSION_6.exec(name);
  return six ? (PRIVATE_6.test(six[1] ?? six[2]) ? 'private' : 'public') : undefined;
}

/** The name that an address goes by; undefined for what is no address, or has no name. */
export function addressName(name: string, { publicName, privateName }: AddressNaming): string | undefined {
  const kind = addressKind(name);
  return (kind === 'public' ? publicName : kind === 'private' ? privateName : undefined) || undefined;
}
