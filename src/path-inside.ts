import path from 'node:path';

/** How a machine writes paths: `path.posix` or `path.win32`. A parameter, so that Windows can be judged without one. */
export type PathRules = path.PlatformPath;

/**
 * The way from `folder` to `file` with `/` between its names, `.` for the folder itself; `undefined` where the file
 * does not lie in it: above, beside, on another drive or share. Case counts as it does on the machine.
 * @param folder absolute  @param file absolute; links are resolved in both, where that matters
 */
export function wayInside(folder: string, file: string, rules: PathRules = path): string | undefined {
  const way = rules.relative(folder, file);
  if (way === '') return '.';
  if (way === '..' || way.startsWith(`..${rules.sep}`) || rules.isAbsolute(way)) return undefined;
  return rules.sep === '/' ? way : way.replaceAll(rules.sep, '/');
}

/**
 * A path or pattern as people write it for this machine, with `/`: on Windows `\` divides names as well, as it does for
 * Docker there; elsewhere it is a character, and in patterns an escape.
 */
export function withSlashes(text: string, rules: PathRules = path): string {
  return rules.sep === '/' ? text : text.replaceAll(rules.sep, '/');
}
