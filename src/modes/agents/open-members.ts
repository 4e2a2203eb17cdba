import { join } from 'node:path';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { createRunRecorder } from '../../report/run-recorder.ts';
import type { ChosenAgent } from '../plan/survey.ts';
import type { Step } from '../step/step.ts';
import type { Member } from './member.ts';
import { isBuiltOnly, settingsOf } from './settings.ts';

/**
 * The agents that changed, each with its own settings, an empty record and the name of its log file.
 * @param folder where the log files will be
 * @param made collects the remarks that were shown
 */
export async function openMembers(
  step: Step,
  chosen: readonly ChosenAgent[],
  folder: string,
  made: Set<string>,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  const files = new Set<string>();
  for (const [index, agent] of chosen.entries()) {
    const settings = await settingsOf(step, agent, {
      warn: (message) => {
        if (!made.has(message)) step.console.warning(`${agent.path}: ${message}`);
        made.add(message);
      },
      note: (message) => step.console.info(`${agent.name}: ${message}`),
    });
    if (isBuiltOnly(step.env, agent))
      step.console.info(`${agent.path} has no project file that a deploy could send: it is built, no more.`);
    const logFile = join(folder, `${fileNameOf(agent.path, index, files)}.log`);
    members.push({ index, agent, settings, recorder: recorderOf(step, agent), logFile });
  }
  return members;
}

function recorderOf(step: Step, { cloud, name }: ChosenAgent): Member['recorder'] {
  const { runUrl, repository } = step.recorder.result();
  return createRunRecorder({
    cloud,
    cloudTitle: CLOUD_TRAITS[cloud].title,
    agent: name,
    outcome: 'queued',
    source: {},
    phases: [],
    ...(runUrl === undefined ? {} : { runUrl }),
    ...(repository === undefined ? {} : { repository }),
  });
}

/** `agents/concierge` → `agents_concierge`; with a number where another folder is called so already. */
function fileNameOf(path: string, index: number, taken: Set<string>): string {
  // Not hidden: actions/upload-artifact leaves such files out.
  const visible = path.replaceAll(/[^\w.-]+/g, '_').replace(/^\.+/, '');
  const plain = visible.slice(0, 150) || 'workspace';
  const name = taken.has(plain) ? `${plain}_${index}` : plain;
  taken.add(name);
  return name;
}
