import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../errors.ts';
import { annotationOf, failureOf } from '../../report/failure/annotation.ts';
import type { Annotation } from '../../report/failure/annotation-text.ts';
import { outputsOf } from '../../report/outputs.ts';
import type { BuildFacts, RunResult } from '../../report/result.ts';
import { oneLine } from '../../report/text.ts';
import { count } from '../../report/units.ts';
import { listed } from '../plan/survey.ts';
import { masked } from '../step/masked.ts';
import type { Step } from '../step/step.ts';
import { endedWell, type Member } from './member.ts';
import { nameOf } from './progress.ts';

/** One agent of the output `results`: its `result`, as a step of its own would have set it, with its folder. */
type AgentResult = Readonly<Record<string, unknown>> & {
  readonly folder: string;
  readonly name: string;
};

function agentResult({ agent, recorder }: Member): AgentResult {
  const result = recorder.result();
  const { details = {}, ...more } = recorder.extra();
  const failure = endedWell(result) ? undefined : failureOf(result);
  return {
    folder: agent.path,
    name: agent.name,
    cloud: agent.cloud,
    outcome: result.outcome,
    ...details,
    ...outputsOf(result),
    ...more,
    ...(failure === undefined ? {} : { failure: oneLine(failure.message, 500) }),
  };
}

/**
 * Characters of `results`: GitHub takes 1 MB of outputs from a job, counted as UTF-16 (docs/platform.md), and
 * `result` contains the array again.
 */
const LONGEST_RESULTS = 200_000;

/** The worst last. */
const STATUSES: readonly NonNullable<BuildFacts['status']>[] = [
  'success',
  'cancelled',
  'timed_out',
  'failed',
  'error',
];

/** Sets the outputs of many agents: sums, the worst status, one object an agent. */
export async function noteResults(step: Step, members: readonly Member[], folder: string): Promise<void> {
  const results = members.map(({ recorder }) => recorder.result());
  const deleted = results.flatMap(({ previewsDeleted }) => previewsDeleted ?? []).length;
  const isTeardown = results.some(({ previewsDeleted }) => previewsDeleted !== undefined);
  const status = worstStatus(results);
  step.recorder.noteExtra({
    changed: members.length,
    results: await fittingResults(step, members, folder),
    failed: results.filter(({ outcome }) => outcome === 'failed').length,
    'log-file': folder,
    ...(status === undefined ? {} : { 'build-status': status }),
    ...(isTeardown ? { 'previews-deleted': deleted } : {}),
  });
}

/** An agent that failed before it had a build counts as `error`. */
function worstStatus(results: readonly RunResult[]): BuildFacts['status'] {
  const statuses = results.flatMap(({ build, outcome }) => {
    const early = outcome === 'failed' ? 'error' : outcome === 'cancelled' ? 'cancelled' : undefined;
    return build?.status ?? early ?? [];
  });
  return statuses.toSorted((one, other) => STATUSES.indexOf(other) - STATUSES.indexOf(one))[0];
}

/** The results that fit, failed ones first. If some do not fit, all of them are written to a file. */
async function fittingResults(
  { console }: Step,
  members: readonly Member[],
  folder: string,
): Promise<readonly AgentResult[]> {
  const all = masked(members.map(agentResult), console.maskText);
  if (JSON.stringify(all).length <= LONGEST_RESULTS) return all;
  const file = join(folder, 'results.json');
  const trouble = await writeFile(file, `${JSON.stringify(all)}\n`, { mode: 0o600 }).then(
    () => undefined,
    messageOf,
  );
  let left = LONGEST_RESULTS;
  const kept = new Set(
    all
      .toSorted((one, other) => rank(one) - rank(other))
      .filter((one) => {
        left -= JSON.stringify(one).length + 1;
        return left > 0;
      }),
  );
  const where =
    trouble === undefined ? `All are in ${file}.` : `They could not be written to a file: ${trouble}`;
  console.notice(
    `The output results has ${kept.size} of ${count(all.length, 'agent')}, as runners take no more; failed ones go first. ${where}`,
  );
  return all.filter((one) => kept.has(one));
}

function rank({ outcome }: AgentResult): number {
  return outcome === 'failed' ? 0 : 1;
}

/** Runners keep ten annotations of a kind from one step (docs/platform.md). */
const MOST_ANNOTATIONS = 10;
const NAMED = 30;

/**
 * One for each agent that failed, at its file and line. If there are more than runners keep, the last one counts the
 * rest.
 */
export function annotationsOf(members: readonly Member[]): readonly Annotation[] {
  const failed = members.filter(({ recorder }) => recorder.result().outcome === 'failed');
  const most = failed.length > MOST_ANNOTATIONS ? MOST_ANNOTATIONS - 1 : MOST_ANNOTATIONS;
  const annotations = failed.slice(0, most).flatMap((member): Annotation[] => {
    const annotation = annotationOf(member.recorder.result());
    if (annotation === undefined) return [];
    return [{ ...annotation, message: `${nameOf(member)}: ${annotation.message}` }];
  });
  const rest = failed.slice(most).map(nameOf);
  if (rest.length === 0) return annotations;
  const message = `${rest.length} more failed: ${listed(rest, NAMED)}. The job summary has the reason of each.`;
  return [...annotations, { title: `${count(failed.length, 'agent')} failed`, message }];
}
