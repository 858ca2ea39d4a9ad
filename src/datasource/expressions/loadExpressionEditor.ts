import type { ComponentType } from 'react';
import type { ExpressionEditorProps } from './ExpressionEditor';

/** The editor of expressions, as a chunk of its own. Rejects where it cannot be loaded; asking again tries again. */
export async function loadExpressionEditor(): Promise<ComponentType<ExpressionEditorProps>> {
  return (await import('./ExpressionEditor')).ExpressionEditor;
}
