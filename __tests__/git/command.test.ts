import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { gitSettings } from '../../src/git/command.ts';
import { repositoryOf } from '../../src/git/repository.ts';
import { makeRepository, makeWorkspace } from '../support/workspace.ts';

const { HOME, XDG_CONFIG_HOME } = process.env;

afterEach(() => {
  for (const [name, value] of Object.entries({ HOME, XDG_CONFIG_HOME })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** A repository's settings as they are read where this is the user's home folder. */
async function settingsWith(home: string, folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  process.env.HOME = home;
  delete process.env.XDG_CONFIG_HOME;
  const repository = repositoryOf(folder, folder);
  return repository && gitSettings(repository);
}

test('the settings of the user and of the checkout are read, the checkout’s last', async () => {
  const home = makeWorkspace({ '.gitconfig': '[core]\n\tabbrev = 9\n\tautocrlf = input\n' }).path;
  const repository = makeRepository({ a: '' });
  repository.git('config', 'core.abbrev', '11');
  const settings = await settingsWith(home, repository.path);
  expect(settings?.get('core.autocrlf')).toBe('input');
  expect(settings?.get('core.abbrev')).toBe('11');
});

test('a home without settings adds none', async () => {
  const repository = makeRepository({ a: '' });
  const settings = await settingsWith(join(makeWorkspace().path, 'nobody'), repository.path);
  expect(settings?.get('core.autocrlf')).toBeUndefined();
  expect(settings?.get('core.bare')).toBe('false');
});
