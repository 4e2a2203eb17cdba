/** Decides for a single path whether the walk would reach and send it. */
import { canPrune, excludedBy, type IgnoreRules } from '../ignore/ignore.ts';
import type { IgnoreChoice } from './ignore-choice.ts';

/**
 * Whether a file at `path`, relative to the context folder, would be sent if it existed.
 * @param submodule its content is unknown: whether anything in it could be sent
 */
export function isSent(
  { rules, git }: Pick<IgnoreChoice, 'rules' | 'git'>,
  path: string,
  submodule = false,
): boolean {
  if (path === '.git' || path.startsWith('.git/')) {
    if (git === undefined || !isKept(git, path, submodule)) return false;
  }
  return isKept(rules, path, submodule);
}

function isKept(rules: IgnoreRules, path: string, submodule: boolean): boolean {
  const { index, pruned } = verdictOn(rules, path);
  return index < 0 || (!pruned && submodule && !canPrune(rules, path));
}

/** The line of the ignore file that leaves `path` out; `undefined` where none does. */
export function ruleAgainst(rules: IgnoreRules, path: string): IgnoreRules['patterns'][number] | undefined {
  return rules.patterns[verdictOn(rules, path).index];
}

/** Decides like a walk from the root to this path; `pruned` if it ends at a folder above. */
function verdictOn(rules: IgnoreRules, path: string): { readonly index: number; readonly pruned: boolean } {
  let matched: Uint8Array = new Uint8Array(rules.patterns.length);
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    const own = new Uint8Array(rules.patterns.length);
    const index = excludedBy(rules, folder, matched, own);
    if (index >= 0 && canPrune(rules, folder)) return { index, pruned: true };
    matched = own;
  }
  return { index: excludedBy(rules, path, matched), pruned: false };
}
