import { CLOUD_TRAITS } from './clouds/traits.ts';
import { messageOf } from './errors.ts';
import { type Console, openConsole } from './host/console/console.ts';
import { readTrigger } from './host/event/event.ts';
import { detectHost, type Host } from './host/host.ts';
import { openState, type State } from './host/state.ts';
import { awaitMain, isUnfinished, type Running, readRunning } from './modes/cancel/running.ts';
import { cloudOpener } from './modes/step/open-cloud.ts';
import { forgeOpener } from './modes/step/open-forge.ts';
import { type AccessSettings, readAccess } from './settings/access.ts';

/**
 * After the job: what main left running is stopped. Idempotent, and never a reason for a job to fail: the main
 * step has told the result already.
 */
export async function post(env: NodeJS.ProcessEnv): Promise<void> {
  const host = detectHost(env);
  const console = openConsole(host);
  try {
    const state = openState(env, host, console);
    const running = await takeOver(host, state);
    if (running === undefined && !hasForgeWork(state)) return;
    const access = readAccess(env, CLOUD_TRAITS, console.mask);
    if (running !== undefined) await stopWhatRuns(console, access, running).catch(cannotFinish(console));
    await lookAfterForge({ env, host, console, state }, access);
  } catch (thrown) {
    cannotFinish(console)(thrown);
  }
}

/**
 * From now on main, where it still runs, says nothing more; it is left the time to learn the id of what it has
 * just sent (docs/platform.md, "main vs post race").
 */
async function takeOver(host: Host, state: State): Promise<Running | undefined> {
  const running = readRunning(state);
  if (host.can.postOverlapsMain || (running && isUnfinished(running))) state.markCancelled();
  return host.can.postOverlapsMain ? awaitMain(state) : running;
}

function cannotFinish(console: Console) {
  return (thrown: unknown) => console.warning(`The post step could not finish: ${messageOf(thrown)}`);
}

type PostContext = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
};

/** Whether main said anything on the forge that may have to be corrected or repaired. */
function hasForgeWork(state: State): boolean {
  const { comment, githubDeployment } = state.read();
  return Boolean(comment || githubDeployment);
}

/** The build has been seen to first: what the pull request says of it can wait, and may fail. */
async function lookAfterForge(of: PostContext, access: AccessSettings): Promise<void> {
  if (!hasForgeWork(of.state)) return;
  const { settleComment } = await import('./modes/comment/post.ts');
  const { endLeftDeployment } = await import('./modes/deployment/github.ts');
  const trigger = readTrigger(of.env, of.host);
  const forge = forgeOpener({ ...of, trigger, token: access.githubToken });
  await endLeftDeployment(of.state, forge, of.console);
  await settleComment({ ...of, trigger, forge });
}

async function stopWhatRuns(console: Console, access: AccessSettings, running: Running): Promise<void> {
  if (!access.cancelOnAbort || !isUnfinished(running)) return;
  const { STOP_WITHIN_MS, stopRunning } = await import('./modes/cancel/stop-running.ts');
  const { cloud, within } = cloudOpener(access, console);
  await within(STOP_WITHIN_MS, async () => stopRunning(console, await cloud(), running));
}
