import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { renderAgents } from '../report/pages/agents.ts';
import { faultLines, refuseCommonFault, refuseSharedNames, sharedImageWarnings } from './agents/faults.ts';
import type { Member } from './agents/member.ts';
import { openMembers } from './agents/open-members.ts';
import { outcomeOf } from './agents/outcome.ts';
import { annotationsOf, noteResults } from './agents/results.ts';
import { runAll } from './agents/run-all.ts';
import { nameOnCloud } from './agents/settings.ts';
import type { UnchangedAgent } from './comment/unchanged.ts';
import { withNamedPreview } from './deployment/named-preview.ts';
import { cloudOfFolder } from './plan/cloud-of-folder.ts';
import { reportNotice, type Survey, surveyAgents, surveyLine } from './plan/survey.ts';
import { masked } from './step/masked.ts';
import { phase } from './step/phase.ts';
import { skip } from './step/skip.ts';
import type { Step } from './step/step.ts';

/**
 * Many agents in one process: those that changed, by the rules of `mode: plan`. Each runs as it would in a step of
 * its own (docs/architecture.md, "Many agents in one process").
 * @throws {UserError} where nothing can be sent for any of them
 */
export async function runAgents(step: Step): Promise<void> {
  const plan = () => surveyAgents(step, (folder) => cloudOfFolder(step, folder).traits);
  const survey = await phase(step, { name: 'Plan' }, plan, surveyLine);
  reportNotice(step, survey);
  refuseSharedNames(survey.agents);
  const named = await withNamedPreview(step);
  const folder = await mkdtemp(join(step.temp, 'cloud-build-logs-'));
  // Most inputs are the same for each agent: what the step has shown is not said again.
  const shown = new Set(step.inputWarnings);
  const members = await openMembers(named, survey.chosen, folder, shown);
  refuseCommonFault(members);
  if (isSecretless(named, members)) return skip(step, 'Nothing was built');
  for (const line of faultLines(members)) step.console.info(line);
  if (!step.trigger.closed) for (const warning of sharedImageWarnings(members)) step.console.warning(warning);
  if (members.length === 0) step.console.info('No agent changed: nothing is built.');
  else step.console.info(`The whole log of each agent is in ${folder}.`);
  await runAll(named, members, shown, unchangedSinceBase(named, survey));
  await noteResults(step, members, folder);
  step.recorder.note(outcomeOf(members, { isCancelled: step.signal.aborted, dryRun: step.settings.dryRun }));
  if (!step.signal.aborted) step.recorder.noteAnnotations(annotationsOf(members));
  notePage(step, survey, members);
}

/** An event of a fork or of Dependabot, where no agent's cloud has a key. */
function isSecretless({ trigger, settings }: Step, members: readonly Member[]): boolean {
  if (!trigger.secretsWithheld || settings.dryRun || members.length === 0) return false;
  return members.every(({ settings: own }) => 'mode' in own && own.connection === undefined);
}

/** Only where the base is the pull request's own: a push compares with the push before, in which an agent may have failed. */
function unchangedSinceBase(
  { settings, trigger }: Step,
  { agents, chosen, base }: Survey,
): readonly UnchangedAgent[] {
  const isOfBase = base !== undefined && trigger.pullRequest !== undefined && settings.base === undefined;
  if (!isOfBase || trigger.base === undefined) return [];
  const folders = new Set(chosen.map(({ path }) => path));
  return agents.flatMap((agent) =>
    folders.has(agent.path) ? [] : [{ cloud: agent.cloud, name: nameOnCloud(agent) }],
  );
}

function notePage({ recorder, console }: Step, survey: Survey, members: readonly Member[]): void {
  const { agents, chosen, base, notice } = survey;
  const { commentUrl } = recorder.result();
  const page = renderAgents({
    results: masked(
      members.map((member) => member.recorder.result()),
      console.maskText,
    ),
    unchanged: agents.length - chosen.length,
    ...(base === undefined ? {} : { base }),
    ...(notice === undefined ? {} : { notice }),
    ...(commentUrl === undefined ? {} : { commentUrl }),
  });
  recorder.notePage(page);
}
