import { expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { agentJob, startSgp } from '../support/cloud.ts';

const LAG_MS = 1_200;
const LINES = ['#1 [1/1] FROM scratch', '#1 DONE 0.1s', 'the last line of all'];

test('a deployment begins while the end of the log is read, and its words come after all of it', async () => {
  const { control, url, credentials } = await startSgp({
    pipecat: { logLagMs: LAG_MS, rolloutStepMs: 20 },
  });
  control.script({ lines: LINES, delays: 30 });
  const run = await runStep({
    ...agentJob().options,
    env: { PIPECAT_API_HOST: `${url}/v1`, PIPECAT_API_KEY: credentials.apiKey },
    inputs: {
      cloud: 'pipecat',
      comment: 'never',
      history: '0',
      'agent-name': 'greeter',
      deploy: 'production',
    },
  });
  expect(run.conclusion).toBe('success');
  const at = (operation: string) =>
    control.requests.findLast((one) => one.operation === operation)?.at ?? Number.NaN;
  // The log was asked for again after the deployment had been asked for.
  expect(at('createAgent')).toBeLessThan(at('getBuildLogs'));
  const places = [...LINES, '✓ Build', 'Deploying greeter', '✓ Deploy'].map((words) =>
    run.log.indexOf(words),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(run.annotations).toEqual([]);
});
