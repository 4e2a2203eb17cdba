/** Which ignore file is in use, with notices about it (docs/context.md, rules 1, 2 and 20). */
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { messageOf, UserError } from '../../errors.ts';
import type { TreeRequest } from '../entry.ts';
import {
  compilePattern,
  encodingWarnings,
  fileNamePattern,
  type IgnoreRules,
  ignoreRules,
  readIgnoreRules,
} from '../ignore/ignore.ts';
import { statIfPresent } from './file-system.ts';
import { type PlacedFile, placedFile } from './placed-file.ts';
import { isSpelledSo, spelledBelow, spelledOtherwise } from './spelling.ts';

/** Bytes; a larger file is a list of files, not a set of rules. */
const LARGEST = 1024 * 1024;

export type IgnoreChoice = {
  /** Absolute, as named; undefined where there is none. */
  readonly file: string | undefined;
  /** The same with its real path. */
  readonly placed: PlacedFile | undefined;
  /** Relative to the workspace, for messages. */
  readonly label: string;
  readonly rules: IgnoreRules;
  /**
   * Our own rule in addition to Docker's: the root's `.git` is left out, except for what exceptions that name it
   * include. An entry there is sent only if both these rules and `rules` keep it; undefined where no exception names
   * it.
   */
  readonly git: IgnoreRules | undefined;
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
};

/**
 * The file the project file names, else `<Dockerfile>.dockerignore` beside the Dockerfile, else the root's
 * `.dockerignore`. They are never merged.
 *
 * @throws UserError with file and line for an ignore file that Docker would refuse
 */
export async function chooseIgnoreFile(request: TreeRequest): Promise<IgnoreChoice> {
  const notices: string[] = [];
  const named = namedFile(request);
  const lookUp = [`${request.dockerfile}.dockerignore`, join(request.root, '.dockerignore')];
  const file = named !== undefined && isFile(named) ? named : lookUp.find(isIgnoreFile);
  const misspelt = misspeltWarnings(request.workspace, lookUp, file);
  if (named !== undefined && file !== named) {
    const instead =
      file === undefined ? 'nothing is ignored' : `${relative(request.workspace, file)} is used`;
    notices.push(`The ignore file ${relative(request.workspace, named)} does not exist; ${instead}.`);
  }
  if (file === undefined) return { ...withoutFile(request), notices, warnings: misspelt };
  const label = relative(request.workspace, file);
  if (request.exclude !== undefined)
    notices.push(
      `[build.exclude] of ${request.exclude.file} is not applied, as ${label} decides what is sent; the vendor's own command line does the same.`,
    );
  const placed = placedFile('ignore file', { named: file, path: file }, request);
  const content = contentOf(request, placed);
  const rules = await readIgnoreRules(content, label);
  for (const { quirk, text, line } of rules.patterns) {
    if (quirk !== undefined) notices.push(`${label}:${line}: ${quirkWords(quirk, text)}`);
  }
  const warnings = [...misspelt, ...encodingWarnings(content, label)];
  return { file, placed, label, rules, git: gitRules(rules), notices, warnings };
}

/** The patterns of the project file, else no rules. */
function withoutFile({ workspace, root, exclude }: TreeRequest): Omit<IgnoreChoice, 'notices' | 'warnings'> {
  const none = { file: undefined, placed: undefined, git: undefined };
  if (exclude !== undefined)
    return { ...none, label: exclude.file, rules: ignoreRules(exclude.patterns.map(fileNamePattern)) };
  return { ...none, label: relative(workspace, join(root, '.dockerignore')), rules: ignoreRules([]) };
}

function isFile(path: string): boolean {
  return statIfPresent(path)?.isFile() ?? false;
}

/** Whether Docker would find an ignore file by this name; Docker's names have one spelling on every machine. */
export function isIgnoreFile(path: string): boolean {
  return isFile(path) && isSpelledSo(path);
}

/** A name from the author may have any spelling that finds the file. */
function namedFile({ ignoreFile, workspace }: TreeRequest): string | undefined {
  return ignoreFile !== undefined && isFile(ignoreFile) ? spelledBelow(workspace, ignoreFile) : ignoreFile;
}

/** A file that was probably meant as the ignore file but is not used. */
function misspeltWarnings(
  workspace: string,
  lookUp: readonly string[],
  inUse: string | undefined,
): readonly string[] {
  return [...new Set(lookUp)].flatMap((wanted) => {
    const found = wanted === inUse ? undefined : spelledOtherwise(wanted);
    if (found === undefined || found === inUse) return [];
    return `${relative(workspace, found)} is not read as an ignore file: Docker looks for ${basename(wanted)}, in exactly this spelling.`;
  });
}

function contentOf({ workspace }: TreeRequest, { named, real }: PlacedFile): Buffer {
  const label = relative(workspace, named);
  if ((statIfPresent(real)?.size ?? 0) > LARGEST) {
    throw new UserError(`The ignore file ${label} is larger than 1 MiB.`, {
      hint: 'An ignore file has a line for each folder or kind of file. Use patterns instead of lists of files.',
    });
  }
  try {
    return readFileSync(real);
  } catch (cause) {
    throw new UserError(`Cannot read the ignore file ${label}: ${messageOf(cause)}.`, { cause });
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

/** `.git`, then the exceptions that name it, in their order. */
function gitRules({ patterns }: IgnoreRules): IgnoreRules | undefined {
  const exceptions = patterns.filter(({ negated, pattern }) => negated && namesGit(pattern));
  if (exceptions.length === 0) return undefined;
  const git = compilePattern({ text: '.git', line: 0, pattern: '.git', negated: false }, '');
  return ignoreRules([git, ...exceptions]);
}

function namesGit(pattern: string): boolean {
  return /^(\*\*\/)?\.git(\/|$)/.test(pattern);
}
