import { type PlannedAgent, renderPlan } from '../report/pages/plan.ts';
import { cloudOfFolder } from './plan/cloud-of-folder.ts';
import { listed, reportNotice, type Survey, surveyAgents, surveyLine } from './plan/survey.ts';
import { phase } from './step/phase.ts';
import type { Step } from './step/step.ts';

/** GitHub refuses a matrix with more jobs (docs.github.com, usage limits). */
const MOST_JOBS = 256;

/**
 * Outputs the agents that changed since the base commit as a matrix.
 * @throws {UserError} for a glob that matches nothing and for an input `base` that names no commit
 */
export async function plan(step: Step): Promise<void> {
  const { console, recorder } = step;
  const traitsOf = (folder: string) => cloudOfFolder(step, folder).traits;
  const survey = await phase(step, { name: 'Plan' }, () => surveyAgents(step, traitsOf), surveyLine);
  reportNotice(step, survey);
  warnOf(step, survey);
  const { agents, chosen } = survey;
  const include = chosen.map(({ name, path, manifest }) => ({ name, path, manifest }));
  recorder.noteExtra({ matrix: { include }, changed: chosen.length });
  if (chosen.length > MOST_JOBS) {
    console.warning(
      `The matrix has ${chosen.length} entries, and GitHub runs at most ${MOST_JOBS} jobs of one matrix: give the agents to several plan steps by narrower globs.`,
    );
  }
  recorder.notePage(renderPlan({ ...survey, all: agents.length }));
  recorder.note({ outcome: 'succeeded' });
}

function warnOf({ console }: Step, { agents, chosen }: Survey): void {
  for (const { path, problem } of agents) {
    if (problem !== undefined) {
      console.warning(`${path} counts as changed, because its context cannot be known: ${problem}`);
    }
  }
  // Without `context` a step of its own would build the whole workspace.
  const open = chosen.filter(
    (one) => one.manifest !== '' && !one.declaresContext && one.problem === undefined,
  );
  if (open.some(({ path }) => path !== '.')) {
    console.info(
      `${listed(open.map(({ manifest }) => manifest))} without a context root: their folders were compared, so give the job of each its folder as context.`,
    );
  }
  const named = new Set(chosen.map(({ path }) => path));
  const bare = agents.filter((agent) => agent.lacksDockerfile && named.has(agent.path));
  if (bare.length > 0) {
    console.warning(
      `${listed(bare.map(({ path }) => path))} without a Dockerfile: the build will fail. A line such as !${bare[0]?.path} in agents leaves a folder out.`,
    );
  }
  for (const [name, paths] of sharedNames(chosen)) {
    console.warning(`${listed(paths)} have the same name, ${name}: give each a name in its manifest.`);
  }
}

function sharedNames(agents: readonly PlannedAgent[]): readonly [string, readonly string[]][] {
  const byName = new Map<string, string[]>();
  for (const { name, path } of agents) byName.set(name, [...(byName.get(name) ?? []), path]);
  return [...byName].filter(([, paths]) => paths.length > 1);
}
