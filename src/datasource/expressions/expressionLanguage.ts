import type { CompletionSource } from '@codemirror/autocomplete';
import { linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { getTemplateSrv } from '@grafana/runtime';
import type { UpstreamReference } from '../types';
import { type AnswerMemory, createAnswerMemory } from './answerMemory';
import { askResourceOf, findMetricsOf } from './askUpstream';
import { graphiteCompletion } from './graphiteCompletion';
import { GRAPHITE } from './graphiteLanguage';
import { graphiteNames } from './graphiteNames';
import { promqlCompletion } from './promqlCompletion';
import { PROMQL, promqlProblems } from './promqlLanguage';
import { prometheusNames } from './prometheusNames';

/** The language of an upstream's expressions. */
export interface ExpressionLanguage {
  readonly extension: Extension;
  readonly completion: readonly CompletionSource[];
}

/** One for each data source, so that all its expressions share what it answered. */
const memories = new Map<string, AnswerMemory>();

/** What is known of the data source that a uid names now: a variable names another one once it changes. */
function memoryOf(uid: string): AnswerMemory {
  return {
    remember: (key, ask, otherwise) => {
      const named = getTemplateSrv().replace(uid);
      const memory = memories.get(named) ?? createAnswerMemory({ now: Date.now });
      memories.set(named, memory);
      return memory.remember(key, ask, otherwise);
    },
  };
}

/** @param uid of the data source that names are asked of, or a variable for it; undefined: no names are offered */
export function expressionLanguage(kind: UpstreamReference['kind'], uid: string | undefined): ExpressionLanguage {
  if (kind === 'graphite') {
    const names = uid === undefined ? undefined : graphiteNames(findMetricsOf(uid), memoryOf(uid));
    return { extension: GRAPHITE, completion: graphiteCompletion(names) };
  }
  const names = uid === undefined ? undefined : prometheusNames(askResourceOf(uid), memoryOf(uid), Date.now);
  return {
    extension: [PROMQL, linter(promqlProblems, { needsRefresh: ({ focusChanged }) => focusChanged })],
    completion: promqlCompletion(names),
  };
}
