export { blindRuleNotices, isDefaultRule } from './blindRules';
export type { CarriedStates } from './carried';
export { DEFAULT_THRESHOLDS } from './defaultThresholds';
export { metricFits, withMetric, withScope } from './editRule';
export { continueThresholds, evaluateThresholds, thresholdSteps } from './evaluateThresholds';
export { createSubjectLabels } from './subjectLabels';
export { reasonWords, type ValueFormat } from './reasons';
export { validateRules } from './validateRules';
export {
  parseWrittenNumber,
  requestRules,
  resolveRules,
  type ReplaceInRules,
  type ResolvedRules,
} from './writtenRules';
