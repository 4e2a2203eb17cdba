import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openConsole } from '../../src/host/console/console.ts';
import { detectHost } from '../../src/host/host.ts';
import { isPost, openState } from '../../src/host/state.ts';

const HOSTS = { github: { GITHUB_ACTIONS: 'true' }, gitea: { GITEA_ACTIONS: 'true', ACT: 'true' } };
let temp: string;

beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'state-'));
});

afterEach(async () => {
  await rm(temp, { recursive: true });
});

/** A step on a host: its environment, its state file, what it says on stdout. */
function step(name: keyof typeof HOSTS, env: NodeJS.ProcessEnv = {}) {
  const stdout: string[] = [];
  const all = {
    ...HOSTS[name],
    RUNNER_TEMP: temp,
    GITHUB_RUN_ID: '1',
    GITHUB_JOB: 'build',
    GITHUB_ACTION: '__self',
    GITHUB_WORKSPACE: '/w/1',
    ...env,
  };
  const host = detectHost(all);
  const console = openConsole(host, (text) => void stdout.push(text));
  const state = openState(all, host, console);
  // As in a phase: what is saved between two of them waits for the next one.
  if (name !== 'github') console.group('Build');
  return { state, env: all, stdout, console };
}

/** What a runner makes of state that came as a command: the greedy reading of act and its descendants. */
function fromStdout(stdout: readonly string[]): NodeJS.ProcessEnv {
  const entries = stdout.flatMap((line) => {
    const [, properties, data] = /^::save-state (.+)::([^\r\n]*)\n$/.exec(line) ?? [];
    const [, key] = /^name=(.+)$/.exec(properties ?? '') ?? [];
    return key === undefined ? [] : [[`STATE_${key}`, data?.replaceAll('%25', '%')] as const];
  });
  return Object.fromEntries(entries);
}

async function fromFile(path: string): Promise<NodeJS.ProcessEnv> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  return Object.fromEntries(
    lines.map((line) => [`STATE_${line.split('=')[0]}`, line.slice(line.indexOf('=') + 1)]),
  );
}

describe('state reaches post', () => {
  test('through the state file alone on GitHub', async () => {
    const file = join(temp, 'state');
    await writeFile(file, '');
    const main = step('github', { GITHUB_STATE: file });
    main.state.save('build', '{"id":"a::b"}');
    expect(main.stdout).toEqual([]);
    expect(await readdir(temp)).toEqual(['state']);
    const post = step('github', await fromFile(file));
    expect(isPost(post.env)).toBe(true);
    expect(post.state.read().build).toBe('{"id":"a::b"}');
  });

  test('through stdout where the state file is lost', () => {
    const main = step('gitea');
    main.state.save('build', '{"id":"a::b","path":"100%"}');
    main.state.save('build', '{"id":"c::d"}');
    const recorded = fromStdout(main.stdout);
    expect(isPost(recorded)).toBe(true);
    const post = step('gitea', { ...recorded, RUNNER_TEMP: join(temp, 'elsewhere') });
    expect(post.state.read().build).toBe('{"id":"c::d"}');
  });

  test('through the temporary folder where only the first word of main came through', () => {
    const main = step('gitea');
    const first = fromStdout(main.stdout);
    main.state.save('build', 'b1');
    main.state.save('deployment', 'd1');
    expect(step('gitea', first).state.read()).toMatchObject({ build: 'b1', deployment: 'd1' });
  });

  test('through stdout where GITHUB_STATE names no file', () => {
    const main = step('github', { GITHUB_STATE: join(temp, 'missing') });
    main.state.save('build', 'b1');
    expect(step('github', fromStdout(main.stdout)).state.read().build).toBe('b1');
  });

  test('whatever its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const main = step('gitea');
        main.state.save('any', value);
        const recorded = fromStdout(main.stdout);
        expect(step('gitea', { ...recorded, RUNNER_TEMP: '/nowhere' }).state.read().any ?? '').toBe(value);
      }),
      { numRuns: 50 },
    );
  });
});

describe('state stays with its step', () => {
  test.each([
    ['another run', { GITHUB_RUN_ID: '2' }],
    ['another attempt', { GITHUB_RUN_ATTEMPT: '2' }],
    ['another job', { GITHUB_JOB: 'deploy' }],
    ['another step of the job', { GITHUB_ACTION: '__self_2' }],
    ['another job of the matrix', { GITHUB_WORKSPACE: '/w/2' }],
  ])('%s does not see it', (_, other) => {
    const main = step('gitea');
    const first = fromStdout(main.stdout);
    main.state.save('build', 'b1');
    expect(step('gitea', { ...first, ...other }).state.read().build).toBeUndefined();
  });

  test('main forgets what an earlier main with the same numbers left', () => {
    step('gitea').state.save('build', 'old');
    const main = step('gitea');
    expect(main.state.read().build).toBeUndefined();
    expect(isPost(main.env)).toBe(false);
  });
});

test('post reports a main that still runs', () => {
  const main = step('gitea');
  expect(main.state.cancelled()).toBe(false);
  step('gitea', fromStdout(main.stdout)).state.markCancelled();
  expect(main.state.cancelled()).toBe(true);
  expect(step('gitea').state.cancelled()).toBe(false);
});

test('a link that waits under the name is replaced, not followed', async () => {
  const main = step('gitea');
  const own = (await readdir(temp)).find((name) => name.endsWith('.json')) ?? '';
  const victim = join(temp, 'victim');
  await writeFile(victim, 'precious');
  await rm(join(temp, own));
  await symlink(victim, join(temp, own));
  main.state.save('build', 'b1');
  expect(await readFile(victim, 'utf8')).toBe('precious');
});

describe('a file that is not ours is not believed', () => {
  const planted = JSON.stringify({ build: 'planted' });
  const asRoot = process.getuid?.() === 0 ? test : test.skip;

  async function withFile(change: (file: string) => Promise<unknown>) {
    const main = step('gitea');
    main.state.save('long', 'x'.repeat(500));
    const file = join(temp, (await readdir(temp)).find((name) => name.endsWith('.json')) ?? '');
    expect(step('gitea', fromStdout(main.stdout)).state.read().long).toBe('x'.repeat(500));
    await change(file);
    const read = step('gitea', fromStdout(main.stdout)).state.read();
    expect(read.build).toBeUndefined();
    expect(read.long).toBeUndefined();
  }

  test('a link', () =>
    withFile(async (file) => {
      await writeFile(join(temp, 'target'), planted, { mode: 0o600 });
      await rm(file);
      await symlink(join(temp, 'target'), file);
    }));

  test('a second name of another file', () =>
    withFile(async (file) => {
      await writeFile(join(temp, 'target'), planted, { mode: 0o600 });
      await rm(file);
      await link(join(temp, 'target'), file);
    }));

  test('a file that others may write to', () =>
    withFile(async (file) => {
      await writeFile(file, planted);
      await chmod(file, 0o666);
    }));

  asRoot("another user's file", () =>
    withFile(async (file) => {
      await writeFile(file, planted);
      await chown(file, 12_345, 12_345);
    }),
  );

  test('a pipe, which is not waited for', () =>
    withFile(async (file) => {
      await rm(file);
      execFileSync('mkfifo', ['-m', '600', file]);
    }));

  test.each(['{', '[]', '"a"', 'null', '{"build":7}'])(
    'text that is no JSON, or no object of texts: %s',
    (text) => withFile((file) => writeFile(file, text)),
  );

  test('on GitHub no file is read or written at all', async () => {
    const runner = join(temp, 'state');
    await writeFile(runner, '');
    const main = step('github', { GITHUB_STATE: runner });
    main.state.save('build', 'b1');
    main.state.markCancelled();
    expect((await readdir(temp)).filter((name) => name.endsWith('.json'))).toEqual([]);
  });

  test('its name is another one for each main, and nobody can make it from what a job knows', async () => {
    const names = new Set<string>();
    for (let count = 0; count < 5; count += 1) {
      step('gitea');
      for (const name of await readdir(temp)) names.add(name);
    }
    expect(names.size).toBe(5);
  });
});

describe('lines in the log', () => {
  test('stand in a group, are short, and the last value of a name is the only one that waits', () => {
    const { state, stdout, console } = step('gitea');
    console.endGroup();
    state.save('running', 'one');
    state.save('running', 'x'.repeat(400), 'two');
    state.save('comment', 'y'.repeat(4_000));
    console.group('Submit');
    state.save('running', 'three');
    const lines = stdout.join('').trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/::[\w-]{20,}$/, '::…'))).toEqual([
      '::group::State for the post step',
      '::save-state name=mainRan::…',
      '::endgroup::',
      '::group::Build',
      '::endgroup::',
      '::group::Submit',
      `::save-state name=running::${Buffer.from('two').toString('base64url')}`,
      `::save-state name=running::${Buffer.from('three').toString('base64url')}`,
    ]);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(200);
  });

  test('hold what no file can, at once and whole', () => {
    const { state, stdout, console } = step('gitea', { RUNNER_TEMP: join(temp, 'not', 'there') });
    console.endGroup();
    state.save('comment', 'y'.repeat(400));
    expect(stdout.join('')).toContain(Buffer.from('y'.repeat(400)).toString('base64url'));
  });
});

describe('a secret', () => {
  test('goes into the state file of the runner alone, which then is this user’s', async () => {
    const runner = join(temp, 'state');
    await writeFile(runner, '', { mode: 0o644 });
    const main = step('gitea', { GITHUB_STATE: runner });
    expect(main.state.saveSecret('sgp', 'not-a-key')).toBe(true);
    expect((await stat(runner)).mode & 0o777).toBe(0o600);
    const left = (await readdir(temp)).filter((name) => name !== 'state');
    for (const name of left) expect(await readFile(join(temp, name), 'utf8')).not.toContain('not-a-key');
    expect(main.stdout.join('')).not.toMatch(/not-a-key|bm90LWEta2V5/);
    expect(await readFile(runner, 'utf8')).toContain('secret-sgp=not-a-key\n');
    const post = step('gitea', { 'STATE_secret-sgp': 'not-a-key' });
    expect(post.state.readSecret('sgp')).toBe('not-a-key');
    expect(JSON.stringify(post.state.read())).not.toMatch(/not-a-key|secret/);
  });

  test('of several lines, or without such a file, is not saved', () => {
    expect(step('gitea').state.saveSecret('sgp', 'not-a-key')).toBe(false);
    expect(step('gitea', { GITHUB_STATE: temp }).state.saveSecret('sgp', 'not\na=key')).toBe(false);
  });
});

test('nothing that can go wrong with files ends the step', async () => {
  const main = step('gitea', { RUNNER_TEMP: join(temp, 'not', 'there'), GITHUB_STATE: temp });
  main.state.save('build', 'b1');
  main.state.markCancelled();
  expect(main.state.cancelled()).toBe(false);
  await writeFile(join(temp, 'broken'), '');
  expect(main.state.read()).toEqual({});
});

describe('the state of each of several agents', () => {
  test('reaches post under keys of its own, on GitHub by the state file alone', async () => {
    const file = join(temp, 'state');
    await writeFile(file, '');
    const main = step('github', { GITHUB_STATE: file });
    main.state.save('running', 'the step');
    main.state.of(1).save('running', 'one');
    main.state.of(11).save('running', 'eleven');
    expect(main.stdout).toEqual([]);
    const post = step('github', await fromFile(file));
    expect(post.state.all().map((state) => state.read().running)).toEqual(['the step', 'one', 'eleven']);
  });

  test('reaches post where the state file is lost by the file of our own, without a line in the log', () => {
    const main = step('gitea');
    const before = main.stdout.length;
    main.state.of(0).save('running', 'zero');
    expect(main.stdout.length).toBe(before);
    const post = step('gitea', fromStdout(main.stdout));
    expect(post.state.of(0).read()).toEqual({ running: 'zero' });
  });

  test('reaches post by a command where neither file can be written', () => {
    const main = step('gitea', { RUNNER_TEMP: join(temp, 'not', 'there') });
    main.state.of(3).save('running', 'three');
    const post = step('gitea', fromStdout(main.stdout));
    expect(post.state.of(3).read()).toEqual({ running: 'three' });
  });
});
