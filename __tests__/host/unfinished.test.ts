import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';

/** A process of its own, whose event loop is its own. */
function start(body: string) {
  const folder = temporaryFolder('ending');
  writeFiles(folder, {
    'main.ts': `import { watchEnding } from ${JSON.stringify(join(process.cwd(), 'src/host/unfinished.ts'))};
const ending = watchEnding(() => ['the phase Build']);
${body}
ending.release();
process.exit();`,
  });
  const loader = join(process.cwd(), '__tests__/support/typescript-loader.js');
  const child = spawnSync(process.execPath, ['--import', loader, join(folder, 'main.ts')], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: child.status, out: child.stdout.trim(), err: child.stderr };
}

const tell = '.catch((error) => { console.log(error.message); process.exitCode = 1; })';

const CASES: [what: string, body: string, code: number, says: RegExp][] = [
  [
    'an empty event loop',
    `await ending.of(new Promise(() => {}))${tell};`,
    1,
    /still waits for the phase Build/,
  ],
  [
    'an empty event loop for the second time',
    `await ending.of(new Promise(() => {}))${tell}; await ending.of(new Promise(() => {}))${tell};`,
    1,
    /the phase Build[\s\S]*the phase Build/,
  ],
  [
    'an error that nobody awaits',
    `setTimeout(() => { throw new Error('a stray one'); }, 1); await ending.of(new Promise((go) => setTimeout(go, 5000)))${tell};`,
    1,
    /^a stray one$/,
  ],
  [
    'a rejection that nobody awaits',
    `setTimeout(() => void Promise.reject(new Error('a stray one')), 1); await ending.of(new Promise((go) => setTimeout(go, 5000)))${tell};`,
    1,
    /^a stray one$/,
  ],
  ['work that ends', `console.log(await ending.of(Promise.resolve('done')));`, 0, /^done$/],
  ['work that fails', `await ending.of(Promise.reject(new Error('its own')))${tell};`, 1, /^its own$/],
];

test.each(CASES)('%s is an end with a word', (_what, body, code, says) => {
  const run = start(body);
  expect(run.out).toMatch(says);
  expect(run.code).toBe(code);
});
