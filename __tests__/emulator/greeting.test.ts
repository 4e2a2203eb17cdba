import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../../emulator/emulator.ts';
import { greetingOf } from '../../emulator/greeting.ts';
import { atEnd } from '../support/cleanup.ts';
import { hasPythonClients } from '../support/python-clients.ts';
import { missing, paste } from './fixtures/shell.ts';

const repository = join(import.meta.dirname, '../..');
const lacking = missing('curl', 'tar');

(lacking.length > 0 ? describe.skip : describe)('the greeting', () => {
  test('has lines that work in a shell, each of them', async () => {
    const emulator = await startEmulator({ strict: false, checkReplies: true, builder: 'play', pace: 0 });
    atEnd(() => emulator.close());
    const greeting = greetingOf(emulator);
    const [, shell = ''] = /folder [^\n]*:\n\n(.*)\n\nA step/s.exec(greeting) ?? [];
    const clouds = shell.split('\n\n');
    expect(clouds).toHaveLength(3);
    const own = hasPythonClients ? join(repository, '.cache/python-clients/bin') : '';
    for (const lines of clouds) {
      // Without the vendors' clients their lines are left out.
      const able = lines.split('\n').filter((line) => own !== '' || !/^(?:prime|pipecat) /.test(line));
      // A wrong status is no error of curl's: the journal tells it.
      const env = { PATH: `${own}:${process.env.PATH}` };
      const run = await paste(able.join('\n'), { cwd: repository, env });
      expect([run.exitCode, run.stderr]).toEqual([0, expect.any(String)]);
      expect(run.stdout).not.toContain('detail');
    }
    expect(emulator.control.violations).toEqual([]);
    // Pipecat's CLI asks whether its agent is there before it creates it.
    const wrong = emulator.control.requests.filter(
      ({ status, operation }) => status >= 400 && !(status === 404 && operation === 'getService'),
    );
    expect(wrong).toEqual([]);
    expect(emulator.control.sgp.builds).toHaveLength(1);
    expect(emulator.control.prime.builds).toHaveLength(hasPythonClients ? 1 : 0);
    expect([...emulator.control.pipecat.agents.keys()]).toEqual(hasPythonClients ? ['concierge'] : []);
  });
});

test('the program greets, reports what it ignores, and ends with its signal', async () => {
  const loader = pathToFileURL(join(repository, '__tests__/support/typescript-loader.js')).href;
  const child = spawn(
    process.execPath,
    ['--import', loader, join(repository, 'emulator/index.ts'), '--builder', 'play', '--history', '3'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  atEnd(() => child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  let output = '';
  const seen = (words: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, found] = words.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      child.on('close', () => reject(new Error(`it ended before it said ${words}: ${output}`)));
      look();
    });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const url = await seen(/listens on (\S+) and plays/);
  const key = await seen(/SGP_API_KEY=(\S+)/);
  const account = await seen(/SGP_ACCOUNT_ID=(\S+)/);
  const headers = { 'x-api-key': key, 'x-selected-account-id': account };
  const listed = await fetch(`${url}/v5/builds?include=all`, { headers });
  expect([listed.status, await listed.json()]).toMatchObject([200, { total: 3 }]);
  await seen(/(GET \/v5\/builds: ignored: query.include: .*)\n/);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
