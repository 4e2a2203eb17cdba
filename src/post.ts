import { CLOUD_TRAITS } from './clouds/traits.ts';
import { messageOf } from './errors.ts';
import { type Console, openConsole } from './host/console.ts';
import { detectHost, type Host } from './host/host.ts';
import { openState, type State } from './host/state.ts';
import { readTrigger } from './host/trigger.ts';
import { cloudOpener } from './modes/open-cloud.ts';
import { forgeOpener } from './modes/open-forge.ts';
import { type Running, readRunning } from './modes/running.ts';
import { type AccessSettings, readAccess } from './settings/access.ts';

/** Post has minutes, but whoever cancelled is waiting. */
const WITHIN_MS = 20_000;

/**
 * After the job: what main left running is stopped. Idempotent, and never a reason for a job to fail: the main
 * step has told the result already.
 */
export async function post(env: NodeJS.ProcessEnv): Promise<void> {
  const host = detectHost(env);
  const console = openConsole(host);
  try {
    const state = openState(env, host, console);
    const running = readRunning(state);
    if (running?.building || running?.previewId !== undefined) state.markCancelled();
    if (running === undefined && !leftWords(state)) return;
    const access = readAccess(env, CLOUD_TRAITS, console.mask);
    if (running !== undefined) await stopWhatRuns(console, access, running).catch(cannotFinish(console));
    await lookAfterForge({ env, host, console, state }, access);
  } catch (thrown) {
    cannotFinish(console)(thrown);
  }
}

function cannotFinish(console: Console) {
  return (thrown: unknown) => console.warning(`The post step could not finish: ${messageOf(thrown)}`);
}

type PostStage = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
};

/** Whether main said anything on the forge that may have to be corrected or repaired. */
function leftWords(state: State): boolean {
  const { comment, githubDeployment } = state.read();
  return Boolean(comment || githubDeployment);
}

/** The build has been seen to first: what the pull request says of it can wait, and may fail. */
async function lookAfterForge(of: PostStage, access: AccessSettings): Promise<void> {
  if (!leftWords(of.state)) return;
  const { settleComment } = await import('./modes/comment-post.ts');
  const { endLeftDeployment } = await import('./modes/github-deployment.ts');
  const trigger = readTrigger(of.env, of.host);
  const forge = forgeOpener({ ...of, trigger, token: access.githubToken });
  await endLeftDeployment(of.state, forge, of.console);
  await settleComment({ ...of, forge });
}

async function stopWhatRuns(console: Console, settings: AccessSettings, running: Running): Promise<void> {
  if (!settings.cancelOnAbort || (!running.building && running.previewId === undefined)) return;
  const { isBuildEnd } = await import('./clouds/cloud.ts');
  const { cancelBuild } = await import('./follow/cancel.ts');
  const cloud = await cloudOpener(settings, console)();
  const signal = AbortSignal.timeout(WITHIN_MS);
  if (running.building && running.buildId !== undefined && !running.cancelAsked) {
    const build = await cloud.get(running.buildId, signal);
    if (isBuildEnd(build.status)) return;
    const { outcome } = await cancelBuild(cloud, build.id, { withinMs: WITHIN_MS, signal });
    console.info(
      outcome === 'incapable'
        ? `${cloud.traits.title} cannot cancel builds: build ${build.id} goes on there.`
        : `Build ${build.id} was left running: asked ${cloud.traits.title} to cancel it (${outcome}).`,
    );
  }
  if (running.previewId !== undefined && cloud.deployments) {
    const outcome = await cloud.deployments.remove(running.previewId, signal);
    console.info(`Preview ${running.previewId} was left rolling out: ${outcome}.`);
  }
}
