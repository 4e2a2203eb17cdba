import { omitUndefined } from '../omit-undefined.ts';
import { renderAccount } from '../report/pages/account.ts';
import type { Account, AccountBuild } from '../report/pages/account-figures.ts';
import { accountBuild, statisticsOf } from '../report/pages/account-figures.ts';
import { count, duration } from '../report/units.ts';
import { livePreviews } from './report/live-previews.ts';
import { recentBuilds, subjectOf } from './report/recent-builds.ts';
import { undeployedAgents } from './report/undeployed.ts';
import { phase } from './step/phase.ts';
import { skip } from './step/skip.ts';
import type { Step } from './step/step.ts';

/**
 * Writes a job summary of the account: recent builds, undeployed agents, live previews with their expiry.
 * @throws {UserError} where the key may not list builds; other parts that cannot be read are left out with a line
 */
export async function report(step: Step): Promise<void> {
  const { recorder, settings } = step;
  if (settings.connection === undefined) return skip(step, 'There is no report');
  const account = await phase(step, { name: 'Report' }, () => survey(step), closingLine);
  const { builds, statistics, undeployed, previews } = account;
  recorder.noteExtra({
    details: omitUndefined<Readonly<Record<string, unknown>>>({ builds, statistics, undeployed, previews }),
  });
  recorder.notePage(renderAccount(account));
  recorder.note({ outcome: 'succeeded' });
}

async function survey(step: Step): Promise<Account> {
  const cloud = await step.cloud();
  const notes: string[] = [];
  const builds = await recentBuilds(step, cloud);
  const only = subjectOf(step);
  if (only !== undefined && !cloud.traits.buildsNameAgents)
    notes.push(`Builds on ${cloud.traits.title} name no agent: the whole account's are shown.`);
  const undeployed = await undeployedAgents(step, cloud, notes);
  const agents = [...new Set(builds.flatMap(({ agentName }) => agentName ?? []))];
  const previews = await livePreviews(step, cloud, agents, notes);
  const shown: readonly AccountBuild[] = builds.map(accountBuild);
  return {
    cloud: cloud.traits.title,
    at: Date.now(),
    builds: shown,
    statistics: statisticsOf(shown),
    notes,
    ...(only !== undefined && { only }),
    ...(undeployed && { undeployed }),
    ...(previews && { previews }),
  };
}

function closingLine({ builds, statistics: { medianSeconds } }: Account, ms: number): string {
  const median = medianSeconds === undefined ? '' : `, median ${duration(medianSeconds * 1000)}`;
  return `✓ Report: ${count(builds.length, 'build')}${median} (${duration(ms)})`;
}
