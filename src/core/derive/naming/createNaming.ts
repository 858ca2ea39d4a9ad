import type { NameMapping, NameSplit } from '../../model/naming';
import { anchoredPattern } from '../../model/pattern';

import { addressName } from './addresses';
import { createHostReader } from './hosts';
import { createNameRules } from './nameRules';
import type { ResolvedName } from './resolvedName';

/** From the values of labels to names of services. Each distinct value is worked out once. */
export interface Naming {
  readonly resolve: (raw: string) => ResolvedName;
  /** Whether a value names nobody. */
  readonly isMissing: (raw: string) => boolean;
  /** Patterns that are no regular expression; they match nothing. */
  readonly invalid: readonly string[];
}

function split(raw: string, { separator, name }: NameSplit): ResolvedName {
  const parts = raw.split(separator).filter((part) => part !== '');
  if (parts.length < 2) {
    return { name: raw, group: [] };
  }
  return name === 'last'
    ? { name: parts[parts.length - 1], group: parts.slice(0, -1) }
    : { name: parts[0], group: parts.slice(1).reverse() };
}

/** A function that remembers what it gave. */
function remembered<Result>(work: (raw: string) => Result): (raw: string) => Result {
  const known = new Map<string, Result>();
  return (raw) => {
    let result = known.get(raw);
    if (result === undefined) {
      result = work(raw);
      known.set(raw, result);
    }
    return result;
  };
}

/** Prepares the naming of a definition; undefined where it changes no name. */
export function createNaming(mapping: NameMapping | undefined): Naming | undefined {
  if (mapping === undefined || Object.values(mapping).every((part) => part === undefined)) {
    return undefined;
  }
  const { missing = '', addresses = {}, hosts, split: splitting } = mapping;
  const rules = createNameRules(mapping.rules ?? []);
  const missingPattern = missing === '' ? undefined : anchoredPattern(missing);
  const readHost = hosts && createHostReader(hosts);

  const resolve = (raw: string): ResolvedName => {
    const ruled = rules.apply(raw);
    if (ruled) {
      return ruled;
    }
    const host = readHost?.(raw);
    const address = addressName(raw, addresses) ?? (host && addressName(host.name, addresses));
    if (address !== undefined) {
      return { name: address, group: [] };
    }
    if (host && (host.name !== raw || splitting === undefined)) {
      return host;
    }
    return splitting !== undefined && splitting.separator !== '' ? split(raw, splitting) : { name: raw, group: [] };
  };
  return {
    resolve: remembered(resolve),
    isMissing: missingPattern ? remembered((raw) => missingPattern.test(raw)) : () => false,
    invalid: [...rules.invalid, ...(missing !== '' && !missingPattern ? [missing] : [])],
  };
}
