/** Which contexts a set of changed paths affects. */
export { affectedBy } from './affected.ts';
export { type ContextScope, contextScopeOf, type RulesMemo } from './context-scope.ts';
