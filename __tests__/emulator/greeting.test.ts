import { join } from 'node:path';
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
    const wrong = emulator.control.requests.filter(({ status }) => status >= 400);
    expect(wrong).toEqual([]);
    expect(emulator.control.sgp.builds).toHaveLength(1);
    expect(emulator.control.prime.builds).toHaveLength(hasPythonClients ? 1 : 0);
  });
});
