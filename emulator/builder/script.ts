import { setImmediate } from 'node:timers/promises';
import { pause } from '../server/pause.ts';
import type { Script } from './job.ts';
import type { BuildLog } from './log.ts';

/** Writes a script's lines. `end` is called when the build has to end, with `cancelled` if it was stopped. */
export async function playScript(
  script: Script,
  build: {
    readonly log: BuildLog;
    readonly signal: AbortSignal;
    readonly started: () => void;
    readonly end: (status: string | undefined) => void;
  },
): Promise<void> {
  const { log, signal } = build;
  await pause(script.queuedMs ?? 0, signal);
  if (!signal.aborted) build.started();
  await playLines(script, log, signal);
  if (script.logLagMs === undefined) log.end();
  await pause(script.statusLagMs ?? 0, signal);
  if (script.end === 'never') await pause(Number.POSITIVE_INFINITY, signal);
  build.end(signal.aborted ? 'cancelled' : script.end);
  await pause(script.logLagMs ?? 0, signal);
  log.end();
}

async function playLines(script: Script, log: BuildLog, signal: AbortSignal): Promise<void> {
  let index = 0;
  let batch: string[] = [];
  for await (const line of script.lines ?? []) {
    const ms = delayOf(script.delays, index);
    index += 1;
    if (ms > 0) await pause(ms, signal);
    if (signal.aborted) return;
    batch.push(line);
    if (ms > 0 || isLive(script) || batch.length >= 1000) {
      log.add(...batch);
      batch = [];
      await setImmediate();
    }
  }
  log.add(...batch);
}

/** A generator sets its own pace: each line is passed on at once. */
function isLive(script: Script): boolean {
  return script.lines !== undefined && Symbol.asyncIterator in script.lines;
}

function delayOf(delays: Script['delays'], index: number): number {
  if (delays === undefined || typeof delays === 'number') return delays ?? 0;
  return delays[index] ?? delays.at(-1) ?? 0;
}

/** Removes the first script from the queue that is for any build or for this image. */
export function takeScript(
  scripts: Script[],
  { imageName, imageTag }: { readonly imageName: string; readonly imageTag: string },
): Script | undefined {
  const at = scripts.findIndex(
    ({ for: of }) => (of?.imageName ?? imageName) === imageName && (of?.imageTag ?? imageTag) === imageTag,
  );
  return at < 0 ? undefined : scripts.splice(at, 1)[0];
}
