import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type BuildCacheOptions, openBuildCache } from '../../../src/host/cache/build-cache.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

const SECRET = 'not-a-real-secret';
const ENV = {
  PATH: process.env.PATH,
  ACTIONS_CACHE_URL: 'http://127.0.0.1:9/',
  ACTIONS_RUNTIME_TOKEN: 'runtime',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  'INPUT_API-KEY': SECRET,
  SGP_API_KEY: SECRET,
  GITHUB_TOKEN: SECRET,
  STATE_running: SECRET,
  NODE_OPTIONS: '',
  GITHUB_OUTPUT: '/nowhere/output',
  GITHUB_ENV: '/nowhere/env',
  GITHUB_WORKSPACE: '/nowhere/workspace',
};

/** A memory whose child is a script of the test's own. */
function memoryWith(child: string, more: Partial<BuildCacheOptions> = {}) {
  const folder = temporaryFolder('memory');
  const temp = temporaryFolder('runner-temp');
  writeFiles(folder, { 'child.mjs': `import { writeSync } from 'node:fs';\n${child}` });
  const said: string[] = [];
  const options = {
    debug: (line: string) => void said.push(line),
    signal: new AbortController().signal,
    withinMs: 20_000,
    script: join(folder, 'child.mjs'),
    ...more,
  };
  return { memory: openBuildCache({ ...ENV, RUNNER_TEMP: temp }, options), said, temp };
}

test('without a cache there is no memory', () => {
  const options = { debug: () => undefined, signal: new AbortController().signal };
  expect(openBuildCache({ PATH: '' }, options)).toBeUndefined();
});

test('the child is given its order and what the cache needs, and nothing that is secret', async () => {
  const { memory } = memoryWith(
    'writeSync(3, "p" + JSON.stringify([process.argv.slice(2), process.cwd(), process.env]));',
  );
  const [args, cwd, env] = JSON.parse((await memory?.find('p'))?.slice(1) ?? '');
  expect(args).toEqual(['cloud-build-memory', 'find', 'p']);
  expect(JSON.stringify(env)).not.toContain(SECRET);
  expect(env).toMatchObject({
    ACTIONS_CACHE_URL: ENV.ACTIONS_CACHE_URL,
    ACTIONS_RUNTIME_TOKEN: 'runtime',
    HTTPS_PROXY: ENV.HTTPS_PROXY,
  });
  expect(
    Object.keys(env).filter((name) => /^(INPUT_|STATE_|GITHUB_(?!WORKSPACE$)|SGP_|NODE_)/.test(name)),
  ).toEqual([]);
  expect([env.GITHUB_WORKSPACE, env.RUNNER_TEMP]).toEqual([cwd, cwd]);
});

test('children at the same time have folders of their own, and leave none behind', async () => {
  const { memory, temp } = memoryWith('writeSync(3, "p" + process.cwd());');
  const answers = await Promise.all([memory?.find('p'), memory?.find('p'), memory?.save(['k'])]);
  expect(answers[0]).not.toBe(answers[1]);
  expect(readdirSync(temp)).toEqual([]);
});

test.each([
  ['says nothing', ''],
  ['answers something else', 'writeSync(3, "another-key");'],
  ['speaks on stdout alone', 'console.log("prefix-1");'],
  ['dies', 'process.kill(process.pid, "SIGKILL");'],
  ['fails', 'throw new Error("no");'],
])('a child that %s remembers nothing', async (_name, child) => {
  const { memory } = memoryWith(child);
  await expect(memory?.find('prefix-')).resolves.toBeUndefined();
});

test('its complaints are reported, its masks and debug lines are not', async () => {
  const { memory, said } = memoryWith(
    'console.log("::debug::signed address\\n::add-mask::signed address\\n::warning::Failed to restore: 500");',
  );
  await memory?.find('p');
  expect(said).toEqual(['The cache says: Failed to restore: 500']);
});

test('a child that hangs is killed at the deadline, with one line', async () => {
  const { memory, said } = memoryWith('setInterval(() => undefined, 1000);', { withinMs: 300 });
  await expect(memory?.find('p')).resolves.toBeUndefined();
  expect(said).toEqual(['The cache did not answer within 300 ms.']);
});

test('a cancelled workflow ends it at once, without a word', async () => {
  const stop = new AbortController();
  const { memory, said } = memoryWith('setInterval(() => undefined, 1000);', { signal: stop.signal });
  const answer = memory?.find('p');
  stop.abort();
  await expect(answer).resolves.toBeUndefined();
  expect(said).toEqual([]);
});

describe('the content of an entry', () => {
  test('passes by a file in the child’s own folder, which is gone afterwards', async () => {
    const { memory, temp } = memoryWith(`
      import { readFileSync, writeFileSync } from 'node:fs';
      const [, verb, key] = process.argv.slice(2);
      if (verb === 'write') process.exit(readFileSync('content', 'utf8') === 'given' ? 0 : 1);
      writeFileSync('content', 'taken by ' + key);
      writeSync(3, key + '1');
    `);
    await memory?.write('list-1', Buffer.from('given'));
    expect((await memory?.read(['list-', 'other-']))?.toString()).toBe('taken by list-');
    expect(readdirSync(temp)).toEqual([]);
  });

  test.each([
    ['is a link', 'symlinkSync("/etc/hostname", "content");'],
    ['is a folder', 'mkdirSync("content");'],
    ['is longer than the limit', 'writeFileSync("content", Buffer.alloc(1024 * 1024 + 1));'],
    ['is not there', ''],
  ])('is none where it %s', async (_name, make) => {
    const { memory } = memoryWith(
      `import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';\n${make}\nwriteSync(3, "list-1");`,
    );
    await expect(memory?.read(['list-'])).resolves.toBeUndefined();
  });

  test('is none where the key is not one that was asked for', async () => {
    const { memory } = memoryWith(
      'import { writeFileSync } from "node:fs"; writeFileSync("content", "x"); writeSync(3, "else-1");',
    );
    await expect(memory?.read(['list-'])).resolves.toBeUndefined();
  });

  test('is not written where it is longer than the limit', async () => {
    const { memory, said } = memoryWith('console.log("started");');
    await memory?.write('list-1', Buffer.alloc(1024 * 1024 + 1));
    expect(said).toEqual([]);
  });
});
