export { KindRulesEditor } from './KindRulesEditor';
export { PinsEditor } from './PinsEditor';
export { RuleListEditor } from './RuleListEditor';
export { ScopeThresholdsEditor } from './ScopeThresholdsEditor';
