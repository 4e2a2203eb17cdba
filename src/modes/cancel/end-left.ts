import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { State } from '../../host/state.ts';
import { cloudOpener } from '../step/open-cloud.ts';
import { accessOf } from './access.ts';
import { deploymentMayGoOn, type Left, rolloutGoesOn } from './left-facts.ts';
import { isUnfinished } from './running.ts';
import { warnOfLeftRunning } from './warn-left-running.ts';

type Context = {
  readonly env: NodeJS.ProcessEnv;
  readonly console: Console;
  readonly state: State;
};

/**
 * After the job: ends what main left on the clouds, or reports that it goes on, in the log and in the job summary.
 * What is known of each is in its `facts` at any time.
 */
export async function endLeft(of: Context, left: readonly Left[]): Promise<void> {
  const unfinished = left.filter(({ running }) => isUnfinished(running));
  if (unfinished.length === 0) return;
  const { console, remarks } = remembering(of.console);
  await endAll({ ...of, console }, unfinished);
  if (remarks.length === 0) return;
  const { addRemarks } = await import(/* webpackChunkName: "summary" */ '../../report/summary.ts');
  await addRemarks(of.env.GITHUB_STEP_SUMMARY, remarks.map(of.console.maskText));
}

/** What a person should know is in the summary too: nobody opens the log of a post step. */
function remembering(console: Console): { readonly console: Console; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const remember = (severity: 'notice' | 'warning') => (message: string) => {
    remarks.push(message);
    console[severity](message);
  };
  return { console: { ...console, notice: remember('notice'), warning: remember('warning') }, remarks };
}

/** Account by account, since agents of one step may use several clouds with different credentials. */
async function endAll(of: Context, left: readonly Left[]): Promise<void> {
  const accounts = new Map<string, Left[]>();
  for (const one of left) {
    const { cloud, access } = one.running;
    const account = `${cloud} ${access?.digest}`;
    accounts.set(account, [...(accounts.get(account) ?? []), one]);
  }
  const ending = [...accounts.values()].map((there) =>
    endAt(of, there).catch((thrown: unknown) =>
      of.console.warning(`The post step could not finish: ${messageOf(thrown)}`),
    ),
  );
  await Promise.all(ending);
}

async function endAt(of: Context, left: readonly Left[]): Promise<void> {
  reportRollouts(of.console, left);
  const there = left.filter(({ running: { rolloutId, deploying, ...others } }) => isUnfinished(others));
  const [first] = there;
  if (first === undefined) return;
  const { access: saved, cloud: name } = first.running;
  if (saved?.cancelOnAbort === false) return leaveRunning(of.console, there);
  const access = await accessOf(saved, name, { ...of, mask: of.console.mask });
  if (access === undefined)
    return warnOfLeftRunning(
      of.console,
      there.map(({ running }) => running),
    );
  if (!access.cancelOnAbort) return leaveRunning(of.console, there);
  const { STOP_WITHIN_MS, stopRunning } = await import(/* webpackChunkName: "cancel" */ './stop-running.ts');
  const { cloud, within } = cloudOpener(access, of.console);
  await within(STOP_WITHIN_MS, async () => stopRunning(of.console, await cloud(), there));
}

function reportRollouts({ notice, warning }: Console, left: readonly Left[]): void {
  for (const { running } of left) {
    const { cloud, rolloutId, deploying } = running;
    if (rolloutId !== undefined) notice(rolloutGoesOn(rolloutId, CLOUD_TRAITS[cloud]));
    if (deploying !== undefined) warning(deploymentMayGoOn(deploying, CLOUD_TRAITS[cloud]));
  }
}

/** `cancel-on-abort: false`. */
function leaveRunning({ notice }: Console, left: readonly Left[]): void {
  for (const one of left) {
    const { cloud, building, buildId } = one.running;
    if (!building || buildId === undefined) continue;
    notice(`cancel-on-abort is false: build ${buildId} goes on at ${CLOUD_TRAITS[cloud].title}.`);
    one.facts = { ...one.facts, build: { id: buildId, status: 'cancelled', goesOn: 'surely' } };
  }
}
