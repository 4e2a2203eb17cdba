import { GOES_ON } from './goes-on.ts';
import { code, type Inline, linked, text, untrustedText } from './markdown.ts';
import { commitUrl } from './pages-of-forge.ts';
import type { BuildFacts, DeploymentFacts, RunResult } from './result.ts';
import { count, duration, short, size, utcMinute } from './units.ts';

/** The facts of a run as rows of a table, for summary and comment. */
export type Fact = readonly [name: string, value: Inline[]];

/** Names are cut to `nameLimit` characters, so that a bare section stays small whatever they are. */
type FactOptions = { readonly nameLimit: number };

/** A row whose fact is unknown is left out. */
export function factsOf(result: RunResult, { nameLimit }: FactOptions): Fact[] {
  const rows: [string, Inline[] | undefined][] = [
    ['Commit', commitFact(result, nameLimit)],
    ['Image', imageFact(result.build, nameLimit)],
    ['VM image', vmImageFact(result.build, nameLimit)],
    ['Reused', reusedFact(result.build, nameLimit)],
    ['Build', buildFact(result.build, nameLimit)],
    ['Not reused', sentenceFact(result.build?.whyBuilt, nameLimit)],
    [
      'Compared',
      result.build?.comparison === undefined
        ? undefined
        : untrustedText(result.build.comparison, nameLimit * 2),
    ],
    ['Preview', previewFact(result, nameLimit)],
    ['Deployment', deploymentFact(result.deployment, nameLimit)],
    ['Not deployed', sentenceFact(result.whyNotDeployed, nameLimit)],
    ['Still running', stillRunningFact(result, nameLimit)],
    ['Previews deleted', deletedFact(result, nameLimit)],
    ['Previews left', leftFact(result)],
    ['Context', contextFact(result)],
  ];
  return rows.flatMap(([name, value]): Fact[] => (value === undefined ? [] : [[name, value]]));
}

function sentenceFact(sentence: string | undefined, limit: number): Inline[] | undefined {
  return sentence === undefined ? undefined : untrustedText(sentence, limit * 2);
}

function commitFact({ source, repository }: RunResult, limit: number): Inline[] | undefined {
  if (source.commit === undefined && source.ref === undefined) return undefined;
  return spaced(
    source.commit === undefined
      ? undefined
      : linked(code(short(source.commit)), commitUrl(repository?.url, source.commit)),
    source.ref === undefined ? undefined : [text('on '), code(source.ref, limit)],
    source.dirty ? text('with uncommitted changes') : undefined,
  );
}

function imageFact(build: BuildFacts | undefined, limit: number): Inline[] | undefined {
  if (build?.image) {
    const note = build.image.partial ? text('(the cloud reports no registry)') : undefined;
    const { displayRef, imageBytes } = build;
    return spaced(
      code(build.image.reference, limit * 2),
      note,
      displayRef === undefined ? undefined : [text('· '), code(displayRef, limit * 2)],
      imageBytes === undefined ? undefined : text(`· ${size(imageBytes)}`),
    );
  }
  if (build?.imageName === undefined) return undefined;
  const isMissing = build.status !== undefined && build.status !== 'success' && build.goesOn === undefined;
  return spaced(
    code(build.imageTag === undefined ? build.imageName : `${build.imageName}:${build.imageTag}`, limit * 2),
    isMissing ? text('(not built)') : undefined,
  );
}

function vmImageFact(build: BuildFacts | undefined, limit: number): Inline[] | undefined {
  if (!build?.vmImage) return undefined;
  const { status, goesOn, reference, seconds } = build.vmImage;
  if (goesOn !== undefined) return [text(GOES_ON[goesOn])];
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
  const time = build.seconds === undefined ? undefined : text(`· ${duration(build.seconds * 1000)}`);
  return spaced(code(build.id, limit), time, steps, log);
}

function leftFact({ previewsLeft }: RunResult): Inline[] | undefined {
  return previewsLeft && previewsLeft.length > 0 ? [text(`${previewsLeft.length}`)] : undefined;
}

/** A run that failed or was cancelled before its preview was healthy has none, unless the rollout goes on. */
function previewFact({ outcome, deployment }: RunResult, limit: number): Inline[] | undefined {
  if (!deployment?.preview) return undefined;
  const { id, status, goesOn } = deployment;
  const isStopped = outcome === 'failed' || (outcome === 'cancelled' && !goesOn);
  if (isStopped && (id === undefined || (status !== undefined && status !== 'healthy'))) return undefined;
  const until =
    deployment.preview.expiresAt === undefined ? undefined : utcMinute(deployment.preview.expiresAt);
  const isGone = outcome === 'removed' || until === undefined;
  const { label, url } = deployment.preview;
  return spaced(
    outcome === 'removed' ? code(label, limit) : linked(code(label, limit), url),
    isGone ? undefined : text(`· expires ${until}`),
  );
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

function contextFact({ build, context }: RunResult): Inline[] | undefined {
  if (!context) return build?.contextBytes === undefined ? undefined : [text(size(build.contextBytes))];
  return spaced(
    text(`${count(context.files, 'file')}, ${size(context.bytes ?? context.contentBytes ?? 0)}, hash`),
    code(short(context.hash)),
  );
}

/** The defined parts, with a space between them. */
function spaced(...parts: (Inline | Inline[] | undefined)[]): Inline[] {
  const there = parts.filter((part) => part !== undefined).map((part) => [part].flat());
  return there.flatMap((part, index) => (index === 0 ? part : [text(' '), ...part]));
}
