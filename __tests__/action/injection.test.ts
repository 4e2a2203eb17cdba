import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LogEvent, PlatformName, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { AGENT } from '../support/cloud.ts';
import { type HostileCloud, hostileCloud } from '../support/hostile-cloud.ts';
import { pool } from '../support/scenario.ts';
import { makeRepository } from '../support/workspace.ts';

/** One of each way to read commands: refused ones fail, are ignored, or are obeyed. */
const PLATFORMS: readonly PlatformName[] = ['github', 'gitea', 'gitea-1.25', 'act'];

/** Every command of the three grammars, in the ways that a reader may be led to one. */
const COMMANDS = [
  'set-output name=x',
  'save-state name=running',
  'add-mask',
  'add-path',
  'set-env name=NODE_OPTIONS',
  'error file=a,line=1',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'stop-commands',
  'echo',
  'add-matcher',
  'remove-matcher owner=x',
  'Set-Output name=x',
].flatMap((command) => [
  `::${command}::pwned`,
  `  \t::${command}::pwned`,
  `text ##[${command}]pwned`,
  `##[${command}]pwned`,
  `progress\r::${command}::pwned`,
  `two\n::${command}::pwned`,
  `\u001b[2K::${command}::pwned`,
  `\ufeff::${command}::pwned`,
  `:\u00ad:${command}::pwned`,
]);

/** Random texts out of the pieces that readers look for; the same ones in every run. */
const RANDOM = fc.sample(
  fc
    .array(
      fc.constantFrom(
        ...['::', ':', '##[', '##', '[', ']', '\r', '\n', '\r\n', '%0A', '%25', ' ', '\t', 'x', '=', ','],
        ...[
          'add-mask',
          'set-env name=PATH',
          'group',
          'endgroup',
          'error',
          '\u0000',
          '\u001b[1m',
          '\u2028',
          '\u{1F600}',
        ],
      ),
      { minLength: 1, maxLength: 9 },
    )
    .map((pieces) => pieces.join('')),
  { numRuns: 600, seed: 20261122 },
);

const FIELD = '::set-env name=NODE_OPTIONS::--require=/tmp/x\r\n##[add-path]/tmp\n::stop-commands::x<<EOF';

/** What the runner did because of us, as kinds; text is not among it. */
function acts(events: readonly LogEvent[]): readonly string[] {
  return events
    .filter(({ kind }) => kind !== 'text' && kind !== 'debug')
    .map((event) => ('level' in event ? `${event.kind} ${event.level}` : event.kind));
}

const inPool = pool(6);

async function runAgainst(
  cloud: HostileCloud,
  platform: PlatformName,
  hostile: { readonly file?: string; readonly branch?: string } = {},
): Promise<RunRecord> {
  const server = await hostileCloud(cloud);
  const manifest =
    'build:\n  context: { root: ., include_paths: [app], dockerfile: Dockerfile }\nagent: { name: greeter }\n';
  const repository = makeRepository({
    ...AGENT,
    'manifest.yaml': manifest,
    'environments.yaml':
      'schema_version: v1\nenvironments:\n  dev:\n    kubernetes: { namespace: a }\n    auth: { principal: { account_id: a, user_id: b } }\n',
    ...(hostile.file === undefined ? {} : { [`app/${hostile.file}`]: 'AKIA0000000000000000\n' }),
  });
  return inPool(() =>
    runStep({
      platform,
      workspace: repository.path,
      job: { ref: `refs/heads/${hostile.branch ?? 'main'}` },
      event: {
        name: 'pull_request',
        payload: {
          action: 'synchronize',
          number: 7,
          pull_request: {
            number: 7,
            title: cloud.text,
            head: { sha: 'a'.repeat(40), ref: hostile.branch ?? 'main', repo: { full_name: 'o/r' } },
            base: { sha: 'b'.repeat(40), ref: cloud.text, repo: { full_name: 'o/r' } },
          },
          repository: { html_url: `https://forge.example/o/r${cloud.text}`, default_branch: cloud.text },
        },
      },
      inputs: {
        cloud: 'sgp',
        'base-url': server.url,
        'api-key': 'not-a-key-at-all',
        'account-id': 'an-account',
        'agent-name': 'greeter',
        manifest: 'manifest.yaml',
        build: 'always',
        deploy: 'preview',
        comment: 'never',
        history: '0',
        'poll-interval': '200ms',
        'build-timeout': '5m',
      },
    }),
  );
}

const TAME = 'tame';

describe.each(PLATFORMS)('on %s', (platform) => {
  describe.each(['success', 'failed'] as const)('of a build that ends as %s', (end) => {
    test.concurrent('no field, no line, no file and no branch is a command', async () => {
      const hostileNames = { file: '.env\n::error::x', branch: '::error::x##[group]y' };
      const [tame, hostile] = await Promise.all([
        runAgainst({ text: TAME, lines: ['one'], end }, platform, { file: '.env.local' }),
        runAgainst({ text: FIELD, lines: [...COMMANDS, ...RANDOM], end }, platform, hostileNames),
      ]);
      expect(tame.outputs['deployment-status']).toBe(end === 'success' ? 'healthy' : undefined);
      const [ours, theirs] = [acts(tame.main.events), acts(hostile.main.events)];
      // State is saved beside the work, so its place among the groups is a matter of moments; its number is not.
      expect(theirs.filter((act) => act !== 'state')).toEqual(ours.filter((act) => act !== 'state'));
      expect(theirs.length).toBe(ours.length);
      expect(hostile.masks).toEqual(tame.masks);
      expect(hostile.env).toEqual({});
      expect(hostile.faults).toEqual([]);
      expect(Object.keys(hostile.outputs).sort()).toEqual(Object.keys(tame.outputs).sort());
      expect(hostile.post?.exitCode).toBe(0);
      expect(acts(hostile.post?.events ?? [])).toEqual(acts(tame.post?.events ?? []));
    });
  });
});

describe.each(['github', 'gitea-1.25'] as const)('on %s', (platform) => {
  test.concurrent.each([400, 402, 403, 404, 409, 413, 422])(
    'the words of a refusal with %d are not',
    async (status) => {
      const refusal = {
        status,
        body: { detail: [{ loc: ['body', FIELD], msg: FIELD, input: 'not-a-key-at-all' }] },
      };
      const inputs = { lines: [], end: 'failed', refusal } as const;
      const run = await runAgainst({ text: TAME, ...inputs }, platform);
      expect(acts(run.main.events).filter((act) => act !== 'mask' && act !== 'state')).toEqual([
        // Where lines of save-state stay in the log, they have a group of their own.
        ...(platform === 'github' ? [] : ['group', 'endgroup']),
        ...['group', 'endgroup', 'group', 'endgroup', 'annotation error'],
      ]);
      expect(run.env).toEqual({});
    },
  );
});

test('a hostile log is whole in log-file, but for the secrets in it', async () => {
  const lines = ['::set-env name=A::b', 'the key is not-a-key-at-all', '##[group]x', 'plain'];
  const run = await runAgainst({ text: TAME, lines, end: 'success' }, 'github');
  const file = readFileSync(run.outputs['log-file'] ?? '', 'utf8');
  expect(file).toBe('::set-env name=A::b\nthe key is ***\n##[group]x\nplain\n');
});

test('a log whose build has an id that is longer than a file name can be is whole too', async () => {
  const cloud = { text: TAME, id: 'y'.repeat(300), lines: ['one', 'two'], end: 'success' } as const;
  const run = await runAgainst(cloud, 'github');
  expect(readFileSync(run.outputs['log-file'] ?? '', 'utf8')).toBe('one\ntwo\n');
  expect(run.annotations.filter(({ message }) => message.includes('log file'))).toEqual([]);
});
