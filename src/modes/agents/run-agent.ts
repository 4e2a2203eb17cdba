import { FaultyInputs } from '../../settings/faults.ts';
import type { Settings } from '../../settings/settings.ts';
import { forgetEnded } from '../cancel/running.ts';
import type { StepComment } from '../comment/context.ts';
import { run } from '../run.ts';
import { classifyFailure } from '../step/classify-failure.ts';
import { faultsInRepository } from '../step/faults-in-repository.ts';
import type { AgentLog } from './agent-log.ts';
import { type Common, openAgentComment, openAgentStep } from './agent-step.ts';
import type { Member } from './member.ts';

/**
 * The whole run of one agent: `modes/run.ts` with its own console, record and comment. A failure becomes the agent's
 * own result. Never throws.
 * @returns its log; `undefined` where its run never began
 */
export async function runAgent(common: Common, member: Member): Promise<AgentLog | undefined> {
  const { settings, recorder } = member;
  const comment = openAgentComment(common, member);
  // A single agent begins at once and writes its own state. A teardown that finds nothing is no news.
  if (common.hasSeveral && !common.isTeardown && !isSkipped(settings)) void comment.update();
  try {
    if (settings instanceof FaultyInputs)
      return void noteFaults(member, settings, common.step.settings.context.workspace);
    const work = () => begin(common, member, settings, comment);
    return await common.limits.agents(work, common.signal);
  } catch (thrown) {
    classifyFailure(recorder, thrown, common.signal, {
      workspace: common.step.settings.context.workspace,
      why: common.why(),
    });
    return undefined;
  } finally {
    await comment.finish();
    common.progress.ended(member);
  }
}

/** Without a key nothing is done, so that its section must not say that it waits: post would take it for cancelled. */
function isSkipped(settings: Member['settings']): boolean {
  return !(settings instanceof FaultyInputs) && settings.connection === undefined;
}

function noteFaults({ agent, recorder }: Member, faults: FaultyInputs, workspace: string): void {
  const { points, place } = faultsInRepository(faults, workspace);
  // The input of this name is an error beside agents.
  const isName = place === undefined && points.some(({ where }) => where === 'agent-name');
  const fix = isName
    ? 'Name the agent in a project file in its folder, or rename the folder'
    : `Fix ${place?.file ?? 'what is named here'}`;
  recorder.note({
    outcome: 'failed',
    failure: {
      title: `The settings of \`${agent.path}\` are faulty`,
      message: points.map(({ where, words }) => `${where}: ${words}`).join('; '),
      hint: `${fix}; nothing was sent for this agent.`,
      ...(place === undefined ? {} : { place }),
    },
  });
}

async function begin(
  common: Common,
  member: Member,
  settings: Settings,
  comment: StepComment,
): Promise<AgentLog> {
  const { step, log, close } = openAgentStep(common, member, settings, comment);
  try {
    await run(step);
  } catch (thrown) {
    classifyFailure(member.recorder, thrown, common.signal, {
      workspace: settings.context.workspace,
      why: common.why(),
    });
  }
  await close();
  forgetEnded(step.state);
  return log;
}
