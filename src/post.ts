import { messageOf } from './errors.ts';
import { type Console, openConsole } from './host/console/console.ts';
import { readTrigger } from './host/event/event.ts';
import { detectHost, type Host } from './host/host.ts';
import { openState, type State } from './host/state.ts';
import { withTemporaryFolder } from './host/temporary-folder.ts';
import { watchEnding } from './host/unfinished.ts';
import { accessOf } from './modes/cancel/access.ts';
import { awaitMain, isUnfinished, type LeftRunning, readRunning } from './modes/cancel/running.ts';
import { tellLeft } from './modes/cancel/tell-left.ts';
import { cloudOpener } from './modes/step/open-cloud.ts';
import { forgeOpener } from './modes/step/open-forge.ts';
import { readForgeToken } from './settings/access.ts';
import { systemClock } from './wait.ts';

/** Milliseconds that the cloud is waited for before the forge is asked as well: one that is silent must not hold it up. */
const HEAD_START_MS = 1_500;
/** Milliseconds that one request to the forge may take here; one that gets no reply at all is sent once more. */
const SILENCE_MS = 3_000;

/**
 * After the job: what main left running is stopped. Idempotent, and never a reason for a job to fail: the main
 * step has told the result already.
 */
export async function post(given: NodeJS.ProcessEnv): Promise<void> {
  const host = detectHost(given);
  const console = openConsole(host);
  const ending = watchEnding(() => ['an answer']);
  await ending.of(stopAndSettle(given, host, console)).catch(cannotFinish(console));
  ending.release();
}

async function stopAndSettle(given: NodeJS.ProcessEnv, host: Host, console: Console): Promise<void> {
  try {
    const env = withTemporaryFolder(given, console.debug);
    const state = openState(env, host, console);
    const running = await takeOver(host, state);
    if (running.length === 0 && !hasForgeWork(state)) return;
    const context = { env, host, console, state };
    const stopping = stopWhatRuns(context, running.filter(isUnfinished)).catch(cannotFinish(console));
    await Promise.race([stopping, systemClock.sleep(HEAD_START_MS)]);
    await Promise.all([stopping, lookAfterForge(context)]);
  } catch (thrown) {
    cannotFinish(console)(thrown);
  }
}

/**
 * From now on main, where it still runs, says nothing more; it is left the time to learn the id of what it has
 * just sent (docs/platform.md, "main vs post race").
 */
async function takeOver(host: Host, state: State): Promise<readonly LeftRunning[]> {
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
async function lookAfterForge(of: PostContext): Promise<void> {
  if (!hasForgeWork(of.state)) return;
  const { settleComment } = await import(/* webpackChunkName: "comment-post" */ './modes/comment/post.ts');
  const { endLeftDeployment } = await import(
    /* webpackChunkName: "github-deployment" */ './modes/deployment/github.ts'
  );
  const trigger = readTrigger(of.env, of.host);
  const token = readForgeToken(of.env, of.console.mask);
  const forge = forgeOpener({ ...of, trigger, token, silenceMs: SILENCE_MS });
  await Promise.all([
    ...of.state.all().map((one) => endLeftDeployment(one, forge, of.console)),
    settleComment({ ...of, trigger, forge }),
  ]);
}

/** Account by account, since agents of one step may be built by several clouds; each has its own credentials. */
async function stopWhatRuns(of: PostContext, running: readonly LeftRunning[]): Promise<void> {
  const accounts = new Map<string, LeftRunning[]>();
  for (const one of running) {
    const account = `${one.cloud} ${one.access?.digest}`;
    accounts.set(account, [...(accounts.get(account) ?? []), one]);
  }
  const stopping = [...accounts.values()].map((there) => stopAt(of, there).catch(cannotFinish(of.console)));
  await Promise.all(stopping);
}

async function stopAt(of: PostContext, there: readonly LeftRunning[]): Promise<void> {
  const [first] = there;
  // What main was not to cancel is not told either.
  if (first === undefined || first.access?.cancelOnAbort === false) return;
  const access = await accessOf(first.access, first.cloud, { ...of, mask: of.console.mask });
  if (access === undefined) return tellLeft(of.console, there);
  if (!access.cancelOnAbort) return;
  const { STOP_WITHIN_MS, stopRunning } = await import(
    /* webpackChunkName: "cancel" */ './modes/cancel/stop-running.ts'
  );
  const { cloud, within } = cloudOpener(access, of.console);
  await within(STOP_WITHIN_MS, async () => stopRunning(of.console, await cloud(), there));
}
