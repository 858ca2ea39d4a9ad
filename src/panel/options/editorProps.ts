import type { StandardEditorProps } from '@grafana/data';
import type { WrittenRule } from '../../core/model/threshold';
import type { KindRule } from '../model/kindRules';
import type { Pins } from '../model/pins';
import type { PanelOptions, ScopeThresholds } from './types';

/** Which subjects an editor of limits is for. */
export interface ScopeSettings {
  readonly scope: 'node' | 'edge';
}

export type ScopeEditorProps = StandardEditorProps<ScopeThresholds, ScopeSettings, PanelOptions>;
export type KindsEditorProps = StandardEditorProps<readonly KindRule[], undefined, PanelOptions>;
export type PinsEditorProps = StandardEditorProps<Pins | undefined>;
export type RulesEditorProps = StandardEditorProps<readonly WrittenRule[]>;
