import path from 'node:path';

/** The path syntax of a platform: `path.posix` or `path.win32`. A parameter, so that tests can cover Windows. */
export type PathRules = path.PlatformPath;

/**
 * The relative path from `folder` to `file` with `/` between names, `.` for the folder itself; `undefined` if the
 * file is not inside: above, beside, on another drive or share. Case matters as it does on the platform.
 * @param folder absolute  @param file absolute; links are resolved in both, where that matters
 */
export function relativePathInside(
  folder: string,
  file: string,
  rules: PathRules = path,
): string | undefined {
  const relative = rules.relative(folder, file);
  if (relative === '') return '.';
  if (relative === '..' || relative.startsWith(`..${rules.sep}`) || rules.isAbsolute(relative))
    return undefined;
  return rules.sep === '/' ? relative : relative.replaceAll(rules.sep, '/');
}

/**
 * A path or pattern with `/` between names: on Windows `\` separates names too, as for Docker there; elsewhere it is
 * a character, and in patterns an escape.
 */
export function withSlashes(text: string, rules: PathRules = path): string {
  return rules.sep === '/' ? text : text.replaceAll(rules.sep, '/');
}
