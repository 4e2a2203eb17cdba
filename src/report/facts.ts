import { code, type Inline, text, untrustedText } from './markdown.ts';
import type { BuildFacts, DeploymentFacts, Outcome, RunResult } from './result.ts';
import { count, duration, short, size, utcMinute } from './units.ts';

/** The facts of a run as the rows of a table: what summary and comment share. */
export type Fact = readonly [name: string, value: Inline[]];

/** Names are cut to `nameLimit` characters, so that a bare section stays small whatever they are. */
export type FactOptions = { readonly nameLimit: number };

export const STATES: Readonly<Record<Outcome, { readonly icon: string; readonly word: string }>> = {
  building: { icon: '⏳', word: 'building' },
  deploying: { icon: '🚀', word: 'deploying' },
  succeeded: { icon: '✅', word: 'ready' },
  failed: { icon: '❌', word: 'failed' },
  cancelled: { icon: '🚫', word: 'cancelled' },
  removed: { icon: '🧹', word: 'removed' },
  skipped: { icon: '⏭️', word: 'skipped' },
  'dry-run': { icon: '🔍', word: 'dry run' },
};

/** Who this is about: the agent, else the image. */
export function subjectOf(result: RunResult): string {
  return result.agent ?? result.build?.imageName ?? 'image';
}

/** The first row says how it went; a row whose fact is unknown is left out. */
export function factsOf(result: RunResult, { nameLimit }: FactOptions): Fact[] {
  const rows: [string, Inline[] | undefined][] = [
    ['Result', untrustedText(resultSentence(result))],
    ['Commit', commitFact(result, nameLimit)],
    ['Image', imageFact(result.build, nameLimit)],
    ['VM image', vmImageFact(result.build, nameLimit)],
    ['Reused', reusedFact(result.build, nameLimit)],
    ['Build', buildFact(result.build, nameLimit)],
    [
      'Compared',
      result.build?.comparison === undefined
        ? undefined
        : untrustedText(result.build.comparison, nameLimit * 2),
    ],
    ['Preview', previewFact(result, nameLimit)],
    ['Deployment', deploymentFact(result.deployment, nameLimit)],
    ['Still running', stillRunningFact(result, nameLimit)],
    ['Previews deleted', deletedFact(result, nameLimit)],
    ['Context', contextFact(result)],
  ];
  return rows.flatMap(([name, value]): Fact[] => (value === undefined ? [] : [[name, value]]));
}

/** `Built in 2m 10s, preview healthy in 48 s`: words of ours only. */
export function resultSentence(result: RunResult): string {
  const parts = [buildWords(result), deploymentWords(result.deployment)].filter((part) => part !== '');
  const sentence = parts.join(', ') || STATES[result.outcome].word;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function removedWords(deleted: number): string {
  return deleted === 0 ? 'no preview was left to remove' : `${count(deleted, 'preview')} removed`;
}

function buildWords({ outcome, build, previewsDeleted }: RunResult): string {
  if (outcome === 'building') return 'building';
  if (outcome === 'removed') return removedWords(previewsDeleted?.length ?? 0);
  if (!build) return '';
  if (build.reused) return 'reused an earlier build';
  const time = build.seconds === undefined ? '' : duration(build.seconds * 1000);
  const words = {
    success: `built${time && ` in ${time}`}`,
    failed: `build failed${time && ` after ${time}`}`,
    cancelled: `build cancelled${time && ` after ${time}`}`,
    timed_out: `build ran out of time${time && ` after ${time}`}`,
    error: `build ended with an error of the cloud${time && ` after ${time}`}`,
  };
  return build.status === undefined ? '' : words[build.status];
}

function deploymentWords(deployment: DeploymentFacts | undefined): string {
  if (!deployment) return '';
  const what = deployment.preview ? 'preview' : 'deployment';
  const time = deployment.seconds === undefined ? '' : duration(deployment.seconds * 1000);
  const words = {
    healthy: `${what} healthy${time && ` in ${time}`}`,
    failed: `${what} failed${time && ` after ${time}`}`,
    cancelled: `${what} cancelled${time && ` after ${time}`}`,
    timed_out: `${what} not healthy${time && ` after ${time}`}`,
  };
  return deployment.status === undefined ? '' : words[deployment.status];
}

function commitFact({ source }: RunResult, limit: number): Inline[] | undefined {
  if (source.commit === undefined && source.ref === undefined) return undefined;
  return spaced(
    source.commit === undefined ? undefined : code(short(source.commit)),
    source.ref === undefined ? undefined : [text('on '), code(source.ref, limit)],
    source.dirty ? text('with uncommitted changes') : undefined,
  );
}

function imageFact(build: BuildFacts | undefined, limit: number): Inline[] | undefined {
  if (build?.image) {
    const note = build.image.partial ? text('(the cloud tells no registry)') : undefined;
    return spaced(code(build.image.reference, limit * 2), note);
  }
  if (build?.imageName === undefined) return undefined;
  const isMissing = build.status !== undefined && build.status !== 'success';
  return spaced(
    code(build.imageTag === undefined ? build.imageName : `${build.imageName}:${build.imageTag}`, limit * 2),
    isMissing ? text('(not built)') : undefined,
  );
}

function vmImageFact(build: BuildFacts | undefined, limit: number): Inline[] | undefined {
  if (!build?.vmImage) return undefined;
  const { status, reference, seconds } = build.vmImage;
  const time = seconds === undefined ? '' : ` in ${duration(seconds * 1000)}`;
  if (status !== 'success') return [text(status === undefined ? 'not finished' : 'not built')];
  return spaced(
    reference === undefined ? text('built') : code(reference, limit * 2),
    time === '' ? undefined : text(`(made${time})`),
  );
}

function reusedFact(build: BuildFacts | undefined, limit: number): Inline[] | undefined {
  if (!build?.reused) return undefined;
  const { commit, createdAt } = build.reused;
  const when = createdAt === undefined ? undefined : utcMinute(createdAt);
  return spaced(
    text('built'),
    commit === undefined ? undefined : [text('from commit '), code(short(commit), limit)],
    when === undefined ? undefined : text(`on ${when}`),
    text('with the same inputs'),
  );
}

function buildFact(build: BuildFacts | undefined, limit: number): Inline[] | undefined {
  if (build?.id === undefined) return undefined;
  const cached = build.steps.filter((step) => step.state === 'cached').length;
  const steps =
    build.steps.length === 0 ? undefined : text(`· ${count(build.steps.length, 'step')}, ${cached} cached`);
  const log = build.logLines === undefined ? undefined : text(`· ${count(build.logLines, 'log line')}`);
  return spaced(code(build.id, limit), steps, log);
}

function previewFact({ outcome, deployment }: RunResult, limit: number): Inline[] | undefined {
  if (!deployment?.preview) return undefined;
  const until =
    deployment.preview.expiresAt === undefined ? undefined : utcMinute(deployment.preview.expiresAt);
  const isGone = outcome === 'removed' || until === undefined;
  return spaced(code(deployment.preview.label, limit), isGone ? undefined : text(`· expires ${until}`));
}

function deploymentFact(deployment: DeploymentFacts | undefined, limit: number): Inline[] | undefined {
  return deployment?.id === undefined ? undefined : [code(deployment.id, limit)];
}

function stillRunningFact({ stillRunning }: RunResult, limit: number): Inline[] | undefined {
  if (!stillRunning) return undefined;
  const since = stillRunning.createdAt === undefined ? undefined : utcMinute(stillRunning.createdAt);
  return spaced(
    [text('the earlier preview '), code(stillRunning.id, limit)],
    stillRunning.commit === undefined ? undefined : [text('of commit '), code(short(stillRunning.commit))],
    since === undefined ? undefined : text(`since ${since}`),
  );
}

const MOST_IDS = 5;

function deletedFact({ previewsDeleted }: RunResult, limit: number): Inline[] | undefined {
  if (!previewsDeleted || previewsDeleted.length === 0) return undefined;
  const ids = previewsDeleted.slice(0, MOST_IDS).map((id) => code(id, limit));
  const rest = previewsDeleted.length - ids.length;
  return spaced(text(`${previewsDeleted.length}:`), ...ids, rest > 0 ? text(`and ${rest} more`) : undefined);
}

function contextFact({ context }: RunResult): Inline[] | undefined {
  if (!context) return undefined;
  return spaced(
    text(`${count(context.files, 'file')}, ${size(context.bytes ?? context.contentBytes ?? 0)}, hash`),
    code(short(context.hash)),
  );
}

/** The parts that are there, a space between them. */
function spaced(...parts: (Inline | Inline[] | undefined)[]): Inline[] {
  const there = parts.filter((part) => part !== undefined).map((part) => [part].flat());
  return there.flatMap((part, index) => (index === 0 ? part : [text(' '), ...part]));
}
