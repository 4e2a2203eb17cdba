/** Why one path of the context folder is not in the archive, to explain a failed COPY. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LeftOut, TreeRequest } from '../entry.ts';
import { isCredential } from './credentials.ts';
import { resolveDockerfile } from './dockerfile.ts';
import { fileEntry } from './file-system.ts';
import { chooseIgnoreFile } from './ignore-choice.ts';
import { includedPaths, inclusion } from './include-paths.ts';
import { isSent, ruleAgainst } from './sent.ts';
import { asOnDisk } from './spelling.ts';

export type WhyNotSent =
  /** `near`: a name in the same folder that differs in case only. */
  { readonly reason: 'absent'; readonly near?: string } | Pick<LeftOut, 'reason' | 'rule'>;

/**
 * @param path relative to the context folder, `/`-separated, without `.` and `..`
 * @returns `undefined` where the path is sent
 * @throws {UserError} as the listing does
 */
export async function whyNotSent(request: TreeRequest, path: string): Promise<WhyNotSent | undefined> {
  const root = realpathSync(request.root);
  const source = join(root, path);
  const stats = lstatSync(source, { throwIfNoEntry: false });
  if (stats === undefined) return { reason: 'absent', ...nearName(root, path) };
  const spelled = asOnDisk(root, path);
  // Only this machine finds it: for the cloud's builder upper and lower case differ.
  if (spelled !== path) return { reason: 'absent', near: spelled };
  const dockerfile = resolveDockerfile(root, request.dockerfile);
  const ignore = await chooseIgnoreFile({ ...request, root, dockerfile });
  if (inclusion(includedPaths(root, request.includePaths), path) === 'outside')
    return { reason: 'outside-include-paths' };
  const rule = ruleAgainst(ignore.rules, path);
  if (rule) return { reason: 'ignored', rule: { file: ignore.label, line: rule.line, pattern: rule.text } };
  if (!isSent(ignore, path)) return { reason: 'git-folder' };
  const isException = ignore.rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
  const isScreened = request.leavesOutCredentials && stats.isFile() && !isException;
  const entry = isScreened ? fileEntry(path, source) : undefined;
  return entry && isCredential(entry) ? { reason: 'credentials' } : undefined;
}

function nearName(root: string, path: string): { readonly near?: string } {
  const wanted = basename(path).toLowerCase();
  const folder = dirname(path);
  try {
    const near = readdirSync(join(root, folder)).find((name) => name.toLowerCase() === wanted);
    return near === undefined ? {} : { near: folder === '.' ? near : `${folder}/${near}` };
  } catch {
    return {};
  }
}
