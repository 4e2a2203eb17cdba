import { expect, test } from '@jest/globals';
import type { PlatformName } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';

/** Where a person reads the facts of the summary: on its page, in the log, and never twice in one place. */
const PLACES: Readonly<Record<PlatformName, { readonly page: number; readonly log: number }>> = {
  github: { page: 1, log: 0 },
  gitea: { page: 1, log: 0 },
  'gitea-container': { page: 1, log: 0 },
  'gitea-1.25': { page: 0, log: 0 },
  forgejo: { page: 0, log: 1 },
  // It prints the file itself since 0.2.79.
  act: { page: 0, log: 1 },
};

test.concurrent.each(Object.keys(PLACES) as PlatformName[])(
  'on %s the summary is read once',
  async (platform) => {
    const sgp = await startSgp();
    const run = await runStep({ ...agentJob().options, platform, inputs: sgpInputs(sgp) });
    const count = (text: string) => text.match(/\|\s*Image\s*\|/g)?.length ?? 0;
    expect({ page: count(run.summary), log: count(run.log) }).toEqual(PLACES[platform]);
  },
);

test.concurrent.each(['gitea', 'gitea-container', 'gitea-1.25', 'forgejo', 'act'] as const)(
  'on %s, which prints them, lines of save-state are short and stand in groups, and none holds the key',
  async (platform) => {
    const sgp = await startSgp();
    const inputs = sgpInputs(sgp);
    const run = await runStep({ ...agentJob().options, platform, inputs });
    let isOpen = false;
    const lines = run.main.events.flatMap((event) => {
      if (event.kind === 'group' || event.kind === 'endgroup') isOpen = event.kind === 'group';
      return event.kind === 'state' ? [{ isOpen, isShort: event.raw.length <= 160, raw: event.raw }] : [];
    });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !line.isOpen || !line.isShort)).toEqual([]);
    for (const { raw } of lines) {
      const value = Buffer.from(raw.slice(raw.lastIndexOf('::') + 2), 'base64url').toString();
      expect(`${raw}${value}`).not.toContain(sgp.credentials.apiKey);
    }
  },
);
