import { expect, test } from '@jest/globals';
import { startAgents } from '../support/agents.ts';

test('those that changed are built, each with its own log, and the rest costs nothing', async () => {
  const job = await startAgents({ agents: 5 });
  job.change('a2', 'a4');
  const run = await job.run();
  expect(run.conclusion).toBe('success');
});
