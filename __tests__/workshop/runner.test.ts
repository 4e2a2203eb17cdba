import { describe, expect, test } from '@jest/globals';
import {
  type PlatformName,
  type RunOptions,
  renderLog,
  runAction,
  spawnAction,
} from '../../emulator/runner/index.ts';
import { makeAction } from '../support/action.ts';
import { EVERY_PLATFORM } from '../support/platforms.ts';
import { makeWorkspace, temporaryFolder } from '../support/workspace.ts';

const SAY =
  "import { appendFileSync } from 'node:fs'; const say = (line) => process.stdout.write(line + '\\n');\n";

function options(action: string, more: Partial<RunOptions> = {}): RunOptions {
  return {
    action,
    workspace: makeWorkspace().path,
    temp: temporaryFolder('runner-temp'),
    timeoutMs: 20_000,
    ...more,
  };
}

describe('a step from start to end', () => {
  test('inputs, with the defaults of action.yml and the token', async () => {
    const action = makeAction(
      `${SAY}for (const [k, v] of Object.entries(process.env)) if (k.startsWith('INPUT_')) say(k + '=' + v);`,
    );
    const { main } = await runAction(options(action, { inputs: { 'api-key': 'a b' }, token: 'not-a-token' }));
    expect(main.stdout.split('\n').filter(Boolean).sort()).toEqual([
      'INPUT_API-KEY=a b',
      'INPUT_GITHUB-TOKEN=not-a-token',
      'INPUT_WITH_SPACE=yes please',
    ]);
  });

  test('an input that action.yml does not declare is refused', () => {
    expect(() => runAction(options(makeAction(''), { inputs: { 'api-kay': 'x' } }))).toThrow(
      /no input named api-kay/,
    );
  });

  test('the event, the workspace and the temporary folder', async () => {
    const action = makeAction(
      `${SAY}import { readFileSync } from 'node:fs'; const { env } = process;
      say(env.GITHUB_EVENT_NAME + readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
      say(String(process.cwd() === env.GITHUB_WORKSPACE && env.GITHUB_EVENT_PATH.startsWith(env.RUNNER_TEMP)));`,
    );
    const { main } = await runAction(
      options(action, { event: { name: 'pull_request', payload: { number: 7 } } }),
    );
    expect(main.stdout).toBe('pull_request{"number":7}\ntrue\n');
  });

  test('outputs, state for post, summaries of both', async () => {
    const action = makeAction(
      `${SAY}const { env } = process;
      appendFileSync(env.GITHUB_OUTPUT, 'a=1\\nb<<E\\n2\\n3\\nE\\n');
      appendFileSync(env.GITHUB_STATE, 'id=b-1\\n');
      appendFileSync(env.GITHUB_STEP_SUMMARY, 'main\\n');
      say('::set-output name=c::4');`,
      `${SAY}appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'post\\n'); say('post of ' + process.env.STATE_id);`,
    );
    const shown: Record<string, string> = {};
    for (const platform of EVERY_PLATFORM) {
      const record = await runAction(options(action, { platform }));
      expect(record).toMatchObject({ conclusion: 'success', exitCode: 0, state: { id: 'b-1' }, faults: [] });
      expect(record.outputs).toEqual({ a: '1', b: '2\n3', c: '4' });
      expect(record.post?.stdout).toBe('post of b-1\n');
      shown[platform] = record.summary;
    }
    const both = 'main\npost\n';
    const none = '';
    expect(shown).toEqual({
      github: both,
      gitea: both,
      'gitea-container': both,
      'gitea-1.25': none,
      forgejo: none,
      act: none,
    });
  });

  test.each([
    ['a faulty output file', "appendFileSync(process.env.GITHUB_OUTPUT, 'a<<E\\n');", /delimiter not found/],
    ['set-env on stdout', "say('::set-env name=A::b');", /`set-env` command is disabled/],
    ['an output without a name', "say('::set-output::b');", /'name' is missing/],
  ])('%s fails the step on GitHub although main did not', async (_name, code, fault) => {
    const record = await runAction(options(makeAction(SAY + code)));
    expect(record).toMatchObject({ conclusion: 'failure', exitCode: 0 });
    expect(record.faults).toEqual([expect.stringMatching(fault)]);
  });

  test('an old Gitea obeys set-env', async () => {
    const action = makeAction(`${SAY}say('::set-env name=NODE_OPTIONS::--inspect');`);
    expect((await runAction(options(action, { platform: 'gitea-1.25' }))).env).toEqual({
      NODE_OPTIONS: '--inspect',
    });
    expect((await runAction(options(action, { platform: 'gitea' }))).env).toEqual({});
  });

  test('main that hangs is killed and says so', async () => {
    const record = await runAction(options(makeAction('setInterval(() => {}, 1000);'), { timeoutMs: 500 }));
    expect(record).toMatchObject({ conclusion: 'failure', main: { timedOut: true, signal: 'SIGKILL' } });
  });
});

describe('what the user sees', () => {
  const action = makeAction(
    `${SAY}say('::add-mask::hidden'); say('::group::Pack'); say('with hidden inside'); say('::endgroup::'); say('packed');
    say('::error file=Dockerfile,line=3,title=Build::it%0Afailed'); say('::debug::quiet');
    for (let i = 0; i < 12; i += 1) say('::warning::w' + i);
    appendFileSync(process.env.GITHUB_OUTPUT, 'a=hidden in it\\nb=free\\n');`,
  );

  test('groups, masks, annotations with their cap', async () => {
    const record = await runAction(options(action));
    expect(record.log.split('\n').slice(0, 5)).toEqual([
      '▾ Pack',
      '  with *** inside',
      'packed',
      'Error: it',
      'failed (Dockerfile:3)',
    ]);
    expect(renderLog(record.main.events, { groups: 'folded' })).toMatch(/^▸ Pack\npacked\nError: it\n/);
    expect(record.annotations.filter(({ level }) => level === 'warning')).toHaveLength(10);
    expect(record.annotations[0]).toMatchObject({
      level: 'error',
      title: 'Build',
      file: 'Dockerfile',
      line: 3,
    });
  });

  test('GitHub drops a job output that holds a masked value', async () => {
    expect((await runAction(options(action))).jobOutputs).toEqual({ b: 'free' });
    expect((await runAction(options(action, { platform: 'gitea' }))).jobOutputs).toHaveProperty('a');
  });

  test('commands are dead between stop-commands and its token', async () => {
    const stopping = makeAction(
      `${SAY}say('::stop-commands::tok'); say('::group::no'); say('::tok::'); say('::group::yes');`,
    );
    for (const platform of EVERY_PLATFORM) {
      const { main } = await runAction(options(stopping, { platform }));
      expect(main.events.filter(({ kind }) => kind === 'group')).toEqual([
        expect.objectContaining({ title: 'yes' }),
      ]);
    }
  });
});

/** Saves its state both ways, then waits; says which signals came, and goes on the second. */
const STUBBORN = `${SAY}appendFileSync(process.env.GITHUB_STATE, 'file=1\\n'); say('::save-state name=line::1');
  process.on('SIGINT', () => say('got SIGINT'));
  process.on('SIGTERM', () => { say('got SIGTERM'); process.exit(3); });
  setInterval(() => {}, 1000); say('ready');`;
const TELL = `${SAY}say('post with ' + Object.keys(process.env).filter((name) => name.startsWith('STATE_')).sort());`;

describe('a cancelled job', () => {
  test.each<[PlatformName, string, string, string | undefined]>([
    ['github', 'got SIGINT,got SIGTERM', 'STATE_file,STATE_line', undefined],
    ['gitea', '', 'STATE_file,STATE_line', 'SIGKILL'],
    ['gitea-container', '', 'STATE_line', 'SIGKILL'],
    ['gitea-1.25', '', 'STATE_file,STATE_line', 'SIGKILL'],
    ['forgejo', '', 'STATE_file,STATE_line', 'SIGKILL'],
    ['act', '', 'STATE_file,STATE_line', 'SIGKILL'],
  ])('on %s', async (platform, signals, state, signal) => {
    const running = spawnAction(options(makeAction(STUBBORN, TELL), { platform, timeScale: 0.05 }));
    await running.line(/^ready$/);
    running.cancel();
    const record = await running.done;
    expect(record.conclusion).toBe('cancelled');
    expect((record.main.stdout.match(/got \w+/g) ?? []).join()).toBe(signals);
    expect(record.main.signal).toBe(signal);
    expect(record.post?.stdout).toBe(`post with ${state}\n`);
    expect(() => process.kill(running.pid, 0)).toThrow(/ESRCH/);
  });

  test("in Gitea's container main still runs while post does", async () => {
    const post = `${SAY}process.kill(Number(process.env.STATE_pid), 0); say('main is alive');`;
    const main = `${SAY}say('::save-state name=pid::' + process.pid); setInterval(() => {}, 1000); say('ready');`;
    const running = spawnAction(
      options(makeAction(main, post), { platform: 'gitea-container', timeScale: 0.05 }),
    );
    await running.line(/^ready$/);
    running.cancel();
    expect((await running.done).post?.stdout).toBe('main is alive\n');
  });

  test('one signal alone, without a cancelled job', async () => {
    const running = spawnAction(options(makeAction(STUBBORN, TELL)));
    await running.line(/^ready$/);
    running.signal('SIGTERM');
    expect(await running.done).toMatchObject({ conclusion: 'failure', exitCode: 3, post: { exitCode: 0 } });
  });
});

test('a line that never comes is an error with the last lines', async () => {
  const running = spawnAction(options(makeAction(`${SAY}say('hello');`)));
  await expect(running.line(/never/)).rejects.toThrow(/ended and no line matched \/never\/[\s\S]*hello/);
  await running.done;
});
