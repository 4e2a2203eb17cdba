import { messageOf } from './errors.ts';
import { type Console, openConsole } from './host/console/console.ts';
import { readTrigger } from './host/event/event.ts';
import { detectHost, type Host } from './host/host.ts';
import { openState, type State } from './host/state.ts';
import { withTemporaryFolder } from './host/temporary-folder.ts';
import { watchEnding } from './host/unfinished.ts';
import { endLeft } from './modes/cancel/end-left.ts';
import { type Left, leftOf } from './modes/cancel/left-facts.ts';
import { awaitMain, isUnfinished, type LeftRunning, readRunning } from './modes/cancel/running.ts';
import { forgeOpener } from './modes/step/open-forge.ts';
import { readForgeToken } from './settings/connection/connection.ts';
import { systemClock } from './wait.ts';

/** Milliseconds to wait for the cloud before work on the forge begins too: a silent cloud must not delay it. */
const HEAD_START_MS = 1_500;
/** Milliseconds for one request to the forge; a request without any reply is retried once. */
const SILENCE_MS = 3_000;

/**
 * After the job: stops what main left running. Idempotent, and never fails the job: main has already reported the
 * result.
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
    const left = running.map(leftOf);
    const stopping = endLeft(context, left).catch(cannotFinish(console));
    await Promise.race([stopping, systemClock.sleep(HEAD_START_MS)]);
    await Promise.all([stopping, lookAfterForge(context, { left, stopping })]);
  } catch (thrown) {
    cannotFinish(console)(thrown);
  }
}

/**
 * From now on main writes nothing more if it still runs; it gets time to learn the id of what it has just sent
 * (docs/platform.md, "main vs post race").
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

/** Whether main wrote something on the forge that may have to be corrected. */
function hasForgeWork(state: State): boolean {
  return state.all().some((one) => {
    const { comment, githubDeployment } = one.read();
    return Boolean(comment || githubDeployment);
  });
}

/** What main left on the clouds, and the work that ends it. */
type CloudWork = { readonly left: readonly Left[]; readonly stopping: Promise<void> };

/** Comment and GitHub deployment: they come after the build and may fail. */
async function lookAfterForge(of: PostContext, cloudWork: CloudWork): Promise<void> {
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
    settleComment({ ...of, ...cloudWork, trigger, forge }),
  ]);
}
