import type { MetricFindValue } from '@grafana/data';
import type { AnswerMemory } from './answerMemory';
import type { FindMetrics } from './askUpstream';

/** One part of a path, below some others. */
export interface PathPart {
  readonly text: string;
  /** Whether more parts follow. */
  readonly expandable: boolean;
}

/** What a Graphite has. Nothing rejects: where it fails, there is nothing. */
export interface GraphiteNames {
  /** @param path with its last dot, such as "stats.counters."; "" for the first parts. Globs and variables may stand in it */
  readonly partsBelow: (path: string) => Promise<readonly PathPart[]>;
  readonly tags: () => Promise<readonly string[]>;
  readonly valuesOf: (tag: string) => Promise<readonly string[]>;
}

/** What stands in a path as it is. */
const PART = /^[^\s.,(){}'"[\]$*?]+$/;
const TAG = /^[\w.-]+$/;

/** Asks a Graphite for paths and tags, each once in a while. */
export function graphiteNames(find: FindMetrics, memory: AnswerMemory): GraphiteNames {
  const ask = (query: string, topic: string) => memory.remember(query, () => find(query, topic), []);
  const texts = async (query: string, topic: string) => (await ask(query, topic)).map(({ text }) => text);
  return {
    partsBelow: async (path) => eachOnce(await ask(`${path}*`, 'paths')),
    tags: () => texts('tags()', 'tags'),
    valuesOf: async (tag) => (TAG.test(tag) ? texts(`tag_values(${tag})`, 'values') : []),
  };
}

/** A name can be both a metric and the beginning of others. */
function eachOnce(found: readonly MetricFindValue[]): readonly PathPart[] {
  const parts = new Map<string, boolean>();
  for (const { text, expandable } of found) {
    if (PART.test(text)) {
      parts.set(text, (parts.get(text) ?? false) || expandable === true);
    }
  }
  return Array.from(parts, ([text, expandable]) => ({ text, expandable }));
}
