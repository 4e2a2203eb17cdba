import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GIT_SETTINGS } from './commands.ts';

/** The output of `git config --list -z` by key in lower case; the last value of a key counts. */
export type GitSettings = ReadonlyMap<string, string>;

export function readGitSettings(list: string): GitSettings {
  const settings = new Map<string, string>();
  for (const entry of list.split('\0')) {
    if (entry === '') continue;
    const end = entry.indexOf('\n');
    // A key without a value means true.
    settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? 'true' : entry.slice(end + 1));
  }
  return settings;
}

/** The configuration that git reads instead of the repository's. */
export function ownConfiguration(settings: GitSettings): string {
  return GIT_SETTINGS.flatMap((key) => {
    const value = settings.get(key);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a value.
    if (value === undefined || /[\x00-\x1f\x7f]/.test(value)) return [];
    const [section, name] = key.split('.');
    return [`[${section}]\n\t${name} = "${value.replaceAll(/[\\"]/g, '\\$&')}"\n`];
  }).join('');
}

/** Folders and files of a repository that hold content and no configuration of programs. */
const FOLDERS = ['objects', 'refs', 'reftable', 'info'];
const FILES = ['packed-refs', 'shallow'];

/**
 * Creates a folder for git's `GIT_COMMON_DIR`: links to the repository's objects and refs, and our configuration. Its
 * name cannot be guessed and nobody else may enter it.
 * @param common the repository's own, absolute
 * @returns its path; the caller removes it
 * @throws where links or files cannot be created
 */
export function isolatedFolder(common: string, configuration: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-build-git-'));
  try {
    writeFileSync(join(folder, 'config'), configuration);
    for (const name of FOLDERS) {
      if (existsSync(join(common, name))) symlinkSync(join(common, name), join(folder, name), 'junction');
    }
    for (const name of FILES) {
      const file = join(common, name);
      if (!existsSync(file)) continue;
      // On Windows not every user may create links to files.
      if (process.platform === 'win32') copyFileSync(file, join(folder, name));
      else symlinkSync(file, join(folder, name));
    }
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
