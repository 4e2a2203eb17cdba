import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';

const ESC = '\u001b';
const LINES = [
  `${ESC}[32mgreen${ESC}[0m`,
  `see ${ESC}]8;;https://evil.example${ESC}\\here${ESC}]8;;${ESC}\\`,
  `${ESC}]52;c;cm0gLXJm\u0007copied`,
  `gone${ESC}[1A${ESC}[2K`,
  'user \u202enimda',
];

test.concurrent.each(['github', 'gitea', 'act'] as const)(
  'on %s the log shows what would act on a terminal, and log-file has it as it came',
  async (platform) => {
    const sgp = await startSgp();
    sgp.control.script({ lines: LINES, end: 'failed' });
    const run = await runStep({ ...agentJob().options, platform, inputs: sgpInputs(sgp) });
    const shown = run.main.stdout.split('\n');
    expect(shown).toEqual(
      expect.arrayContaining([
        LINES[0],
        'see \\x1b]8;;https://evil.example\\x1b\\here\\x1b]8;;\\x1b\\',
        '\\x1b]52;c;cm0gLXJm\\x07copied',
        'gone\\x1b[1A\\x1b[2K',
        'user \\u202enimda',
      ]),
    );
    const uncoloured = `${run.main.stdout}${run.summary}`
      .replaceAll(`${ESC}[32m`, '')
      .replaceAll(`${ESC}[0m`, '');
    for (const control of [ESC, '\u0007', '\u202e']) expect(uncoloured).not.toContain(control);
    expect(readFileSync(run.outputs['log-file'] ?? '', 'utf8')).toContain(LINES.join('\n'));
  },
);
