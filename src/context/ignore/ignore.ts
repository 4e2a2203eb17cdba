/** The rules of an ignore file, as Docker reads them. */
export { encodingWarnings } from './encoding.ts';
export { fileNamePattern } from './file-name-pattern.ts';
export { compilePattern } from './pattern.ts';
export {
  canPrune,
  excludedBy,
  type IgnoreRules,
  ignoreRules,
  type Matched,
  readIgnoreRules,
} from './rules.ts';
