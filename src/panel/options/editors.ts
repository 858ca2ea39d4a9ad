export { RuleListEditor } from './RuleListEditor';
export { ScopeThresholdsEditor } from './ScopeThresholdsEditor';
