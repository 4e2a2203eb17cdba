import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { DEMO_USAGE, readDemoFlags, repositoryOf } from '../../emulator/demo-flags.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';
import { VALUES } from './demo-values.ts';

const run = promisify(execFile);
/** Milliseconds; the longest plays a pull request of four runs. */
const WITHIN_MS = 120_000;

/** A folder with nothing but a Dockerfile. */
function agentFolder(): string {
  const folder = temporaryFolder('my-agent');
  writeFiles(folder, { Dockerfile: 'FROM scratch\nCOPY . /\n' });
  return folder;
}

/** The demo as a process, its files in a folder of its own. */
async function demo(...flags: readonly string[]): Promise<string> {
  const files = flags.includes('--help') ? [] : ['--files', join(temporaryFolder('demo'), '.demo')];
  const { stdout } = await run(
    process.execPath,
    ['--import', './__tests__/support/typescript-loader.js', 'emulator/demo.ts', ...files, ...flags],
    { timeout: WITHIN_MS, env: { ...process.env, INIT_CWD: process.cwd() } },
  );
  return stdout;
}

const flags = [...DEMO_USAGE.matchAll(/^ {2}(--[a-z-]+)(?: ([A-Z]+))? *(.*)$/gm)].map(
  ([, flag = '', value, words = '']) => ({ flag, value, words }),
);

describe('every flag that --help prints works as it stands', () => {
  test('each of the listed values is tried', () => {
    expect(flags.map(({ flag }) => flag)).toEqual([
      '--workspace',
      ...Object.keys(VALUES).slice(0, -1),
      '--files',
      '--entry',
      '--help',
    ]);
    for (const { flag, words } of flags) {
      const listed = /^([a-z]+) \(default\)(?:, [a-z]+)+/.exec(words)?.[0];
      const names = listed?.replace(' (default)', '').split(', ');
      if (names !== undefined) expect([flag, VALUES[flag]]).toEqual([flag, names]);
    }
  });

  const each = Object.entries(VALUES).flatMap(([flag, values]) =>
    values.map((value) => [flag, value] as const),
  );
  test.concurrent.each(each)(
    '%s %s',
    async (flag, value) => {
      const output = await demo(flag, value);
      expect(output).not.toContain('against the contract');
      if (flag !== '--pull-request') expect(output).toContain('── success;');
    },
    WITHIN_MS,
  );

  test.concurrent('--help', async () => {
    expect(await demo('--help')).toBe(DEMO_USAGE);
  });
});

describe('a folder of one’s own', () => {
  test.concurrent(
    'with nothing but a Dockerfile is built',
    async () => {
      const folder = agentFolder();
      const output = await demo('--workspace', folder);
      expect(output).toContain(`Sending ${repositoryOf(folder).toLowerCase().replace('octo/', '')}:`);
      expect(output).toContain('── success;');
    },
    WITHIN_MS,
  );

  test.concurrent(
    'names its cloud by its project file',
    async () => {
      const folder = agentFolder();
      writeFiles(folder, { 'pcc-deploy.toml': 'agent_name = "voice"\n' });
      const output = await demo('--workspace', folder, '--deploy', 'production');
      expect(output).toContain('cloud: pipecat, because PIPECAT_API_KEY is set');
      expect(output).toContain('manifest: pcc-deploy.toml, because');
      expect(output).toContain('── success;');
    },
    WITHIN_MS,
  );

  test.concurrent(
    'is left as it was',
    async () => {
      const folder = agentFolder();
      await demo('--workspace', folder);
      expect(await readFile(join(folder, 'Dockerfile'), 'utf8')).toBe('FROM scratch\nCOPY . /\n');
    },
    WITHIN_MS,
  );
});

test.each<[string, readonly string[], RegExp]>([
  ['a folder that is not there', ['--workspace', 'gone'], /--workspace gone: there is no folder .*gone/],
  ['a cloud that is none', ['--cloud', 'x'], /--cloud x: expected sgp, prime, pipecat/],
  ['a platform that is none', ['--platform', 'x'], /--platform x: expected github/],
  ['an input without a value', ['--input', 'x'], /--input x: expected NAME=VALUE/],
  ['no number', ['--pull-request', '0'], /--pull-request 0: expected a number/],
  ['a flag that is none', ['--colour'], /--colour/],
])('%s is refused', (_, args, message) => {
  expect(() => readDemoFlags(args, agentFolder())).toThrow(message);
});

test('a relative folder is one of where the command was typed', () => {
  const folder = agentFolder();
  expect(readDemoFlags(['--workspace', '.'], folder)).toMatchObject({ workspace: folder });
});
