/** Names that differ in case alone: one file on macOS and Windows, several elsewhere. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { TreeRequest } from '../../../src/context/entry.ts';
import {
  asOnDisk,
  isSpelledSo,
  type NamesIn,
  spelledBelow,
  spelledOtherwise,
} from '../../../src/context/listing/spelling.ts';
import { UserError } from '../../../src/errors.ts';
import { agentFolders } from '../../../src/modes/plan/globs.ts';
import { discard, listed, type Plan, paths, plant } from '../scratch-tree.ts';

/** What a disk that does not tell case apart lists, whichever spelling leads to a folder. */
const DISK: NamesIn = (folder) => {
  const LISTED: Readonly<Record<string, readonly string[]>> = {
    '/w': ['Agents', '.DockerIgnore', 'dockerfile', 'Straße', 'Café'.normalize('NFD'), 'both', 'BOTH'],
    '/w/agents': ['Greeter', 'x.dockerfile'],
    '/w/agents/greeter': ['App'],
  };
  return LISTED[folder.toLowerCase()] ?? [];
};

describe('a path in the disk’s spelling', () => {
  test.each([
    ['as it is', 'Agents/Greeter', 'Agents/Greeter'],
    ['in another case', 'agents/GREETER/app', 'Agents/Greeter/App'],
    ['the last name alone', 'Agents/X.Dockerfile', 'Agents/x.dockerfile'],
    ['accents composed', 'Café'.normalize('NFC'), 'Café'.normalize('NFD')],
    ['two that differ in case alone', 'BOTH', 'BOTH'],
    ['the other one', 'both', 'both'],
    ['a name that is not listed', 'agents/gone/App', 'Agents/gone/App'],
    ['in a folder that cannot be read', 'elsewhere/a', 'elsewhere/a'],
    ['letters that only look alike', 'STRASSE', 'STRASSE'],
  ])('%s', (_name, path, spelled) => {
    expect(asOnDisk('/w', path, DISK)).toBe(spelled);
    expect(spelledBelow('/w', `/w/${path}`, DISK)).toBe(`/w/${spelled}`);
  });

  test('of a file elsewhere is left as it is', () => {
    expect(spelledBelow('/w/agents', '/w/DOCKERFILE', DISK)).toBe('/w/DOCKERFILE');
  });

  test.each([
    ['/w/.dockerignore', '/w/.DockerIgnore'],
    ['/w/.DockerIgnore', undefined],
    ['/w/Dockerfile', '/w/dockerfile'],
    ['/w/Dockerfile.dockerignore', undefined],
  ])('%s is spelled otherwise as %s', (file, other) => {
    expect(spelledOtherwise(file, DISK)).toBe(other);
    expect(isSpelledSo(file, DISK)).toBe(other === undefined);
  });
});

const probe = plant({ 'a-name': '' });
afterAll(() => discard(probe));
const isCaseless = existsSync(join(probe, 'A-NAME'));

type Row = {
  readonly plan: Plan;
  readonly request?: Partial<TreeRequest>;
  /** Where case counts, and where it does not; one where both are the same. */
  readonly sent: string | RegExp;
  readonly caseless?: string;
  readonly warns?: RegExp;
};

const IN_PLACE = { dockerfileEntry: 'in-place' } as const;
const IGNORES = 'secret\n';

const ROWS: Readonly<Record<string, Row>> = {
  'dockerfile, where Dockerfile is asked for': {
    plan: { dockerfile: '', a: '' },
    request: IN_PLACE,
    sent: 'a dockerfile',
  },
  'Dockerfile, where DOCKERFILE is asked for': {
    plan: { Dockerfile: '', a: '' },
    request: { ...IN_PLACE, dockerfile: 'DOCKERFILE' },
    sent: /^There is no Dockerfile at .*DOCKERFILE/,
    caseless: 'Dockerfile a',
  },
  'a Dockerfile in a folder, both in another case': {
    plan: { 'Docker/Prod.Dockerfile': '', a: '' },
    request: { ...IN_PLACE, dockerfile: 'docker/prod.dockerfile' },
    sent: /^There is no Dockerfile at /,
    caseless: 'Docker/ Docker/Prod.Dockerfile a',
  },
  '.DockerIgnore is no ignore file, as for Docker': {
    plan: { Dockerfile: '', '.DockerIgnore': IGNORES, secret: '' },
    sent: '.DockerIgnore Dockerfile secret',
    warns: /^\.DockerIgnore is not read as an ignore file: Docker looks for \.dockerignore/,
  },
  'nor is Dockerfile.DockerIgnore': {
    plan: { Dockerfile: '', 'Dockerfile.DockerIgnore': IGNORES, secret: '' },
    sent: 'Dockerfile Dockerfile.DockerIgnore secret',
    warns: /^Dockerfile\.DockerIgnore is not read as an ignore file/,
  },
  'an ignore file that the author names': {
    plan: { Dockerfile: '', 'Build.Ignore': IGNORES, secret: '' },
    request: { ignoreFile: 'build.ignore' },
    sent: 'Build.Ignore Dockerfile secret',
    caseless: '.dockerignore Build.Ignore Dockerfile',
  },
  'a pattern in another case matches nothing': {
    plan: { Dockerfile: '', '.dockerignore': 'SECRET\n', secret: '' },
    sent: '.dockerignore Dockerfile secret',
  },
  'an include path': {
    plan: { Dockerfile: '', 'app/main.py': '', b: '' },
    request: { includePaths: ['App'] },
    sent: /^The include path "App" does not exist/,
    caseless: 'Dockerfile app/ app/main.py',
  },
  'the context folder': {
    plan: { 'agent/Dockerfile': '', 'agent/a': '' },
    request: { root: 'Agent' },
    sent: /^The context folder .*Agent does not exist/,
    caseless: 'Dockerfile a',
  },
};

describe('names in another case', () => {
  test.each(Object.entries(ROWS))('%s', async (_name, { plan, request, sent, caseless, warns }) => {
    let warnings: readonly string[] = [];
    const outcome = await listed(plan, request, (tree) => {
      warnings = tree.warnings;
      return paths(tree).join(' ');
    }).catch((thrown: unknown) => {
      if (thrown instanceof UserError) return thrown.message;
      throw thrown;
    });
    const expected = (isCaseless ? caseless : undefined) ?? sent;
    if (typeof expected === 'string') expect(outcome).toBe(expected);
    else expect(outcome).toMatch(expected);
    expect(warnings).toEqual(warns === undefined ? [] : [expect.stringMatching(warns)]);
  });

  test('folders of agents: one where the disk has one, two where it has two', async () => {
    const root = plant({ 'agents/greeter/Dockerfile': '' });
    try {
      const found = agentFolders(root, isCaseless ? ['agents/*', 'Agents/*'] : ['agents/*']);
      expect(await found).toEqual(['agents/greeter']);
      if (!isCaseless) await expect(agentFolders(root, ['Agents/*'])).rejects.toThrow('matches no folder');
    } finally {
      discard(root);
    }
    const two = plant({ 'agents/a/Dockerfile': '', 'agents/A/Dockerfile': '' });
    try {
      expect(await agentFolders(two, ['agents/*'])).toEqual(
        isCaseless ? ['agents/a'] : ['agents/A', 'agents/a'],
      );
    } finally {
      discard(two);
    }
  });
});
