import type { MappingOptions } from './types';

/** The mapping with its empty fields left out; undefined when nothing is set. */
export function frameMapping(options: MappingOptions): MappingOptions | undefined {
  const set = Object.entries(options).filter(([, name]) => typeof name === 'string' && name.trim() !== '');
  return set.length === 0 ? undefined : Object.fromEntries(set);
}
