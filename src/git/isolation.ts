import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GIT_SETTINGS } from './commands.ts';

/** What `git config --list -z` printed, by the key in lower case; of a key that is there twice the last counts. */
export type GitSettings = ReadonlyMap<string, string>;

export function readGitSettings(list: string): GitSettings {
  const settings = new Map<string, string>();
  for (const entry of list.split('\0')) {
    if (entry === '') continue;
    const end = entry.indexOf('\n');
    // A key alone says yes.
    settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? 'true' : entry.slice(end + 1));
  }
  return settings;
}

/** The configuration that git gets to see in place of the repository's. */
export function ownConfiguration(settings: GitSettings): string {
  return GIT_SETTINGS.flatMap((key) => {
    const value = settings.get(key);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a value.
    if (value === undefined || /[\x00-\x1f\x7f]/.test(value)) return [];
    const [section, name] = key.split('.');
    return [`[${section}]\n\t${name} = "${value.replaceAll(/[\\"]/g, '\\$&')}"\n`];
  }).join('');
}

/** Folders and files of a repository that hold content and configure nothing that is run. */
const FOLDERS = ['objects', 'refs', 'reftable', 'info'];
const FILES = ['packed-refs', 'shallow'];

/**
 * A folder to be git's `GIT_COMMON_DIR`: the repository's objects and refs by way of links, and our configuration.
 * Its name cannot be guessed and nobody else may enter it.
 * @param common the repository's own, absolute
 * @returns its path; whoever asked for it removes it
 * @throws where links or files cannot be made
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
      // Windows lets not everybody make links to files.
      if (process.platform === 'win32') copyFileSync(file, join(folder, name));
      else symlinkSync(file, join(folder, name));
    }
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
