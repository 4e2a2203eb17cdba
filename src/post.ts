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
    if (running.length === 0 && !hasForgeWork(state)) return;
    const access = await readAccess(env, CLOUD_TRAITS, console.mask);
    await stopWhatRuns(env, console, running.filter(isUnfinished)).catch(cannotFinish(console));
    await lookAfterForge({ env, host, console, state }, access);
  } catch (thrown) {
    cannotFinish(console)(thrown);
  }
}

/**
 * From now on main, where it still runs, says nothing more; it is left the time to learn the id of what it has
 * just sent (docs/platform.md, "main vs post race").
 */
async function takeOver(host: Host, state: State): Promise<readonly Running[]> {
  const running = readRunning(state);
  if (host.can.postOverlapsMain || running.some(isUnfinished)) state.markCancelled();
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
  return state.all().some((one) => {
    const { comment, githubDeployment } = one.read();
    return Boolean(comment || githubDeployment);
  });
}

/** The build has been seen to first: what the pull request says of it can wait, and may fail. */
async function lookAfterForge(of: PostContext, access: AccessSettings): Promise<void> {
  if (!hasForgeWork(of.state)) return;
  const { settleComment } = await import(/* webpackChunkName: "comment-post" */ './modes/comment/post.ts');
  const { endLeftDeployment } = await import(
    /* webpackChunkName: "github-deployment" */ './modes/deployment/github.ts'
  );
  const trigger = readTrigger(of.env, of.host);
  const forge = forgeOpener({ ...of, trigger, token: access.githubToken });
  await Promise.all(of.state.all().map((one) => endLeftDeployment(one, forge, of.console)));
  await settleComment({ ...of, trigger, forge });
}

/** Cloud by cloud, since agents of one step may be built by several; each has its own credentials. */
async function stopWhatRuns(
  env: NodeJS.ProcessEnv,
  console: Console,
  running: readonly Running[],
): Promise<void> {
  const stopping = [...new Set(running.map(({ cloud }) => cloud))].map(async (name) => {
    const access = await readAccess({ ...env, INPUT_CLOUD: name }, CLOUD_TRAITS, console.mask);
    if (!access.cancelOnAbort) return;
    const { STOP_WITHIN_MS, stopRunning } = await import(
      /* webpackChunkName: "cancel" */ './modes/cancel/stop-running.ts'
    );
    const { cloud, within } = cloudOpener(access, console);
    const there = running.filter((one) => one.cloud === name);
    await within(STOP_WITHIN_MS, async () => stopRunning(console, await cloud(), there));
  });
  await Promise.all(stopping.map((one) => one.catch(cannotFinish(console))));
}
