import React, { lazy, Suspense } from 'react';
import type { KindsEditorProps, PinsEditorProps, RulesEditorProps, ScopeEditorProps } from './editorProps';

// Editors are needed by those who edit a panel, not by those who look at it.
const loadEditors = () => import(/* webpackChunkName: "editors" */ './editors');
const Scope = lazy(() => loadEditors().then(({ ScopeThresholdsEditor }) => ({ default: ScopeThresholdsEditor })));
const Rules = lazy(() => loadEditors().then(({ RuleListEditor }) => ({ default: RuleListEditor })));
const Kinds = lazy(() => loadEditors().then(({ KindRulesEditor }) => ({ default: KindRulesEditor })));
const Pinned = lazy(() => loadEditors().then(({ PinsEditor }) => ({ default: PinsEditor })));

export function LazyKindsEditor(props: KindsEditorProps) {
  return (
    <Suspense fallback={null}>
      <Kinds {...props} />
    </Suspense>
  );
}

export function LazyPinsEditor(props: PinsEditorProps) {
  return (
    <Suspense fallback={null}>
      <Pinned {...props} />
    </Suspense>
  );
}

export function LazyScopeEditor(props: ScopeEditorProps) {
  return (
    <Suspense fallback={null}>
      <Scope {...props} />
    </Suspense>
  );
}

export function LazyRulesEditor(props: RulesEditorProps) {
  return (
    <Suspense fallback={null}>
      <Rules {...props} />
    </Suspense>
  );
}
