import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runBundle } from '../support/bundle.ts';
import { AGENT, sgpInputs, startSgp } from '../support/cloud.ts';
import { makeRepository, type Repository, temporaryFolder } from '../support/workspace.ts';

/** Every key of a repository's configuration with which git has been made to run something. */
const KEYS = [
  'filter.evil.clean',
  'filter.evil.smudge',
  'filter.long.process',
  'diff.external',
  'diff.evil.command',
  'diff.evil.textconv',
  'merge.evil.driver',
  'core.fsmonitor',
  'core.sshCommand',
  'core.hooksPath',
  'core.pager',
  'core.editor',
  'core.gitProxy',
  'core.askPass',
  'core.alternateRefsCommand',
  'pager.status',
  'pager.config',
  'credential.helper',
  'alias.status',
  'alias.rev-parse',
  'remote.origin.uploadpack',
  'gpg.program',
  'interactive.diffFilter',
  'submodule.vendor/lib.update',
  'trace2.eventTarget',
] as const;

type Trap = { readonly traces: string; readonly program: (key: string) => string };

/** Programs that leave their name, and with it what they could see of the step. */
function makeTrap(): Trap {
  const folder = temporaryFolder('trap');
  const traces = join(folder, 'traces');
  mkdirSync(traces, { mode: 0o777 });
  chmodSync(traces, 0o777);
  return {
    traces,
    program(key) {
      const name = key.replaceAll(/[^\w.-]/g, '_');
      const file = join(folder, name);
      writeFileSync(file, `#!/bin/sh\nenv > "${traces}/${name}"\ncat\n`);
      chmodSync(file, 0o755);
      return file;
    },
  };
}

/** All keys at once, in the configuration, in a file that it includes, and per worktree; filters by both ways. */
function makeHostile(repository: Repository, trap: Trap): void {
  const { path, git } = repository;
  const folder = git('rev-parse', '--absolute-git-dir');
  for (const key of KEYS) {
    if (key === 'core.hooksPath') continue;
    git('config', key, key === 'trace2.eventTarget' ? join(trap.traces, key) : trap.program(key));
  }
  git('config', 'extensions.worktreeConfig', 'true');
  git('config', '--worktree', 'filter.worktree.clean', trap.program('worktree filter'));
  const included = join(folder, 'included');
  writeFileSync(
    included,
    `[filter "included"]\n\tclean = ${trap.program('included filter')}\n\trequired = true\n`,
  );
  git('config', 'include.path', included);
  const hooks = join(folder, 'other-hooks');
  for (const where of [hooks, join(folder, 'hooks')]) {
    mkdirSync(where, { recursive: true });
    for (const hook of [
      'post-index-change',
      'fsmonitor-watchman',
      'post-checkout',
      'reference-transaction',
    ]) {
      writeFileSync(join(where, hook), `#!/bin/sh\nenv > "${trap.traces}/hook-${hook}"\n`, { mode: 0o755 });
    }
  }
  git('config', 'core.hooksPath', hooks);
  mkdirSync(join(folder, 'info'), { recursive: true });
  writeFileSync(join(folder, 'info', 'attributes'), '*.info filter=evil diff=evil\n');
  // Other times than the index knows: git has to read the files, and their filters with them.
  for (const name of readdirSync(path)) {
    if (statSync(join(path, name)).isFile()) utimesSync(join(path, name), 1_000_000, 1_000_000);
  }
}

const ATTRIBUTES = [
  '*.txt filter=evil diff=evil merge=evil',
  '*.long filter=long',
  '*.inc filter=included',
  '*.wt filter=worktree',
  '',
].join('\n');
const FILES = {
  ...AGENT,
  '.gitattributes': ATTRIBUTES,
  'a.txt': 'a\n',
  'a.long': 'a\n',
  'b.inc': 'b\n',
  'c.wt': 'c\n',
  'd.info': 'd\n',
};

function hostileCheckout() {
  const trap = makeTrap();
  const inner = makeRepository(FILES);
  const outer = makeRepository(FILES);
  outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'vendor/lib');
  outer.commit();
  outer.git('remote', 'add', 'origin', 'https://forge.example/octo/greeter.git');
  const lib = join(outer.path, 'vendor/lib');
  const inSubmodule = (...args: string[]) => outer.git('-C', lib, ...args);
  makeHostile({ ...outer, path: lib, git: inSubmodule }, trap);
  makeHostile(outer, trap);
  return { trap, repository: outer };
}

function giveAway(path: string): void {
  chownSync(path, 12_345, 12_345);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
}

/** Each is one run; the rows below ask what was left of it. */
const RUNS = {
  'a build': async () => {
    const { trap, repository } = hostileCheckout();
    const sgp = await startSgp();
    const run = await runBundle({ workspace: repository.path, inputs: sgpInputs(sgp) });
    expect(run.exitCode).toBe(0);
    return trap;
  },
  'a dry run': async () => {
    const { trap, repository } = hostileCheckout();
    const inputs = { cloud: 'sgp', 'agent-name': 'greeter', 'api-key': 'not-a-key', 'dry-run': 'true' };
    const run = await runBundle({ workspace: repository.path, inputs });
    expect(run.exitCode).toBe(0);
    return trap;
  },
  'a plan': async () => {
    const { trap, repository } = hostileCheckout();
    const inputs = { cloud: 'sgp', mode: 'plan', agents: '.', base: 'HEAD' };
    const run = await runBundle({ workspace: repository.path, inputs });
    expect(run.exitCode).toBe(0);
    return trap;
  },
  'a dry run of a checkout of another user': async () => {
    const { trap, repository } = hostileCheckout();
    if (process.getuid?.() === 0) giveAway(repository.path);
    const inputs = { cloud: 'sgp', 'agent-name': 'greeter', 'api-key': 'not-a-key', 'dry-run': 'true' };
    const run = await runBundle({ workspace: repository.path, inputs });
    expect(run.exitCode).toBe(0);
    return trap;
  },
} as const;

describe.each(Object.entries(RUNS))(
  '%s of a repository whose configuration names programs',
  (_name, play) => {
    let played: Promise<Trap> | undefined;

    test.each([...KEYS, 'worktree filter', 'included filter', 'hook-post-index-change'])(
      'does not run %s',
      async (key) => {
        played ??= play();
        expect(readdirSync((await played).traces)).not.toContain(key.replaceAll(/[^\w.-]/g, '_'));
      },
    );

    test('runs nothing else of it', async () => {
      played ??= play();
      expect(readdirSync((await played).traces)).toEqual([]);
    });
  },
);

test('the traps are real: git itself falls into them', () => {
  const { trap, repository } = hostileCheckout();
  execFileSync('git', ['status'], { cwd: repository.path, stdio: 'ignore' });
  expect(readdirSync(trap.traces)).toEqual(
    expect.arrayContaining(['filter.evil.clean', 'filter.long.process', 'core.fsmonitor']),
  );
});

describe('the git that is started', () => {
  /** A git that keeps what it was given, in a folder of PATH. */
  function spy(folder: string): { readonly folder: string; readonly calls: () => readonly string[] } {
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const log = temporaryFolder('calls');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\n{ echo "$@"; /usr/bin/env; } > "${log}/$$"\nexec "${real}" "$@"\n`,
      { mode: 0o755 },
    );
    return { folder, calls: () => readdirSync(log).map((name) => readFileSync(join(log, name), 'utf8')) };
  }

  const inputs = {
    cloud: 'sgp',
    'agent-name': 'greeter',
    'api-key': 'not-a-key-0123',
    'github-token': 'not-a-token-0123',
    'dry-run': 'true',
  };

  test('sees no input, no key, and none of the variables that lead git elsewhere', async () => {
    const { folder, calls } = spy(join(temporaryFolder('bin'), 'bin'));
    const { path } = makeRepository(AGENT);
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      SGP_API_KEY: 'not-a-key-4567',
      GIT_DIR: '/nowhere',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: '/nowhere',
      GIT_EXTERNAL_DIFF: '/nowhere',
      GIT_SSH_COMMAND: '/nowhere',
    };
    const run = await runBundle({ workspace: path, inputs, env });
    expect(run.exitCode).toBe(0);
    expect(calls().length).toBeGreaterThanOrEqual(3);
    for (const call of calls()) {
      expect(call).not.toMatch(/INPUT_|GITHUB_|RUNNER_|not-a-|nowhere|GIT_CONFIG_COUNT/);
    }
  });

  test('is never one of the workspace', async () => {
    const { path } = makeRepository(AGENT);
    const { calls } = spy(join(path, 'bin'));
    const env = { PATH: `${join(path, 'bin')}:.:${process.env.PATH}` };
    const run = await runBundle({ workspace: path, inputs, env });
    expect(run.exitCode).toBe(0);
    expect(calls()).toEqual([]);
  });
});
