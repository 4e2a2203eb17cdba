/** Which ignore file is in use, and what its author should know of it (docs/context.md, rules 1, 2 and 20). */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError } from '../../errors.ts';
import type { TreeRequest } from '../entry.ts';
import { compilePattern, type IgnoreRules, ignoreRules, readIgnoreRules } from '../ignore/ignore.ts';
import { pathInside } from './staging.ts';

export type IgnoreChoice = {
  /** Absolute, as named; undefined where there is none. */
  readonly file: string | undefined;
  /** Relative to the workspace, for messages. */
  readonly label: string;
  readonly rules: IgnoreRules;
  /** Whether an exception speaks of the root's `.git`, so that the rules decide about it. */
  readonly gitByRules: boolean;
  readonly notices: readonly string[];
};

/**
 * The file the project file names, else `<Dockerfile>.dockerignore` beside the Dockerfile, else the
 * root's `.dockerignore`. They are never merged.
 *
 * @throws UserError with file and line for what Docker would refuse
 */
export function chooseIgnoreFile(request: TreeRequest): IgnoreChoice {
  const notices: string[] = [];
  const named = request.ignoreFile;
  const lookUp = [`${request.dockerfile}.dockerignore`, join(request.root, '.dockerignore')];
  const file = [...(named === undefined ? [] : [named]), ...lookUp].find(isFile);
  if (named !== undefined && file !== named) {
    const instead =
      file === undefined ? 'nothing is ignored' : `${relative(request.workspace, file)} is used`;
    notices.push(`The ignore file ${relative(request.workspace, named)} does not exist; ${instead}.`);
  }
  const label = relative(request.workspace, file ?? join(request.root, '.dockerignore'));
  if (file === undefined) return { file, label, rules: ignoreRules([]), gitByRules: false, notices };

  const rules = readIgnoreRules(contentOf(request, file), label);
  for (const { quirk, text, line } of rules.patterns) {
    if (quirk !== undefined) notices.push(`${label}:${line}: ${quirkWords(quirk, text)}`);
  }
  return { file, label, ...withGitRule(rules), notices };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function contentOf({ workspace }: TreeRequest, file: string): string {
  const real = realpathSync(file);
  if (pathInside(workspace, real) === undefined) {
    throw new UserError(`The ignore file ${file} is a link to ${real}, outside the workspace.`);
  }
  try {
    return readFileSync(real, 'utf8');
  } catch (cause) {
    throw new UserError(`Cannot read the ignore file ${relative(workspace, file)}.`, { cause });
  }
}

function quirkWords(quirk: string, text: string): string {
  if (quirk.startsWith('\\')) {
    return `in "${text}" Docker reads ${quirk} as a regular expression's escape, not as the character itself.`;
  }
  if ('{}'.includes(quirk)) {
    return `in "${text}" Docker expands no braces: they are characters, or a regular expression's count. Write a line for each.`;
  }
  return `in "${text}" Docker reads ${quirk} as part of a regular expression; \\${quirk} is the character itself.`;
}

/** Ours, beside Docker's: `.git` is excluded before the first line, unless an exception speaks of it. */
function withGitRule(rules: IgnoreRules): Pick<IgnoreChoice, 'rules' | 'gitByRules'> {
  const gitByRules = rules.patterns.some(({ negated, pattern }) => negated && speaksOfGit(pattern));
  if (!gitByRules) return { rules, gitByRules };
  const git = compilePattern({ text: '.git', line: 0, pattern: '.git', negated: false }, '');
  return { rules: ignoreRules([git, ...rules.patterns]), gitByRules };
}

function speaksOfGit(pattern: string): boolean {
  return /^(\*\*\/)?\.git(\/|$)/.test(pattern);
}
