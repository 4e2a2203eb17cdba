/**
 * A process that follows a build as the step does, console and step reader included: `node stream-follower.js <port>
 * <poll interval in ms>`. It sends its parent the time of its end and its peak memory.
 */
import { openCloud } from '../../src/clouds/index.ts';
import { followBuild } from '../../src/follow/build.ts';
import { createStepReader } from '../../src/follow/steps/steps.ts';
import { openConsole } from '../../src/host/console/console.ts';
import { detectHost } from '../../src/host/host.ts';

const [, , port, pollIntervalMs] = process.argv;
const access = { baseUrl: `http://127.0.0.1:${port}`, apiKey: 'not-a-key', account: 'not-an-account' };
const cloud = await openCloud('sgp', access);
const console = openConsole(detectHost({ GITHUB_ACTIONS: 'true' }));
const steps = createStepReader();
steps.read('#7 [2/2] RUN pip install', 0);

const startedAt = performance.now();
const end = await followBuild(
  cloud,
  { id: 'build_1', status: 'queued', rawStatus: 'queued' },
  {
    timeoutMs: 600_000,
    pollIntervalMs: Number(pollIntervalMs),
    signal: new AbortController().signal,
    onLines: (lines) => {
      for (const line of lines) steps.read(line, Date.now());
      return console.buildLines(lines);
    },
    onStatus: () => undefined,
    onNotice: (notice) => process.stderr.write(`${notice}\n`),
  },
);
process.send?.({
  doneAt: performance.timeOrigin + performance.now(),
  seconds: (performance.now() - startedAt) / 1000,
  lines: end.log.delivered,
  complete: end.log.complete,
  status: end.build.status,
  // Linux reports kilobytes.
  peakBytes: process.resourceUsage().maxRSS * 1024,
});
process.disconnect?.();
