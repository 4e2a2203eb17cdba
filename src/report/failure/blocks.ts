import type { FilePlace } from '../../errors.ts';
import {
  type Block,
  code,
  fence,
  folded,
  type Inline,
  linked,
  list,
  paragraph,
  strong,
  text,
  untrustedText,
} from '../markdown.ts';
import { fileUrl } from '../pages-of-forge.ts';
import type { DeploymentFacts, FailingStep, Failure, FaultPoint, LogExcerpt, RunResult } from '../result.ts';
import { count } from '../units.ts';
import { failureOf } from './annotation.ts';
import { type ExcerptLimits, excerpt } from './excerpt.ts';
import { reasonOf } from './reason.ts';

/** Bounds of what is shown of a failure. */
type FailureLimits = ExcerptLimits & {
  readonly nameLimit: number;
  /** Lines of a log that are not folded: the last ones. By default all. */
  readonly openLines?: number;
};

/**
 * What failed and where, why, what to do, and the last log lines, for summary and comment; empty where nothing
 * failed.
 */
export function failureBlocks(result: RunResult, limits: FailureLimits): Block[] {
  const failure = failureOf(result);
  if (!failure) return [];
  const failing = result.build?.failing;
  const { deployment } = result;
  const isDeployment = deployment?.status !== undefined && deployment.status !== 'healthy';
  if (failure.faults !== undefined) return faultBlocks(failure, failure.faults, limits);
  return [
    paragraph(...(failing ? stepWords(failing, result, limits.nameLimit) : failureWords(failure, limits))),
    ...reasonBlocks(result, limits),
    ...hintBlocks(failure, limits),
    ...logBlocks(failing ?? result.build?.log ?? [], limits),
    ...(isDeployment ? deploymentBlocks(deployment, limits) : []),
  ];
}

function failureWords({ title, message }: Failure, { nameLimit }: FailureLimits): Inline[] {
  return [strong(...untrustedText(title, nameLimit)), text(' — '), ...untrustedText(message, nameLimit * 3)];
}

/** Every input error with a link to the input's documentation. */
function faultBlocks(failure: Failure, faults: readonly FaultPoint[], limits: FailureLimits): Block[] {
  const { nameLimit } = limits;
  return [
    paragraph(...failureWords(failure, limits)),
    list(
      faults.map(({ where, words, url }) => [
        linked(code(where, nameLimit), url),
        text(': '),
        ...untrustedText(words, nameLimit * 3),
      ]),
    ),
    ...hintBlocks(failure, limits),
  ];
}

/** What the builder or the tool said, then what was found out about it. */
function reasonBlocks({ build }: RunResult, { nameLimit }: FailureLimits): Block[] {
  const reason = reasonOf(build?.failing, build?.log);
  if (reason === undefined) return [];
  const cause = build?.failing?.cause?.what;
  const found = cause === undefined ? [] : [text(' '), ...untrustedText(cause, nameLimit * 3)];
  return [paragraph(strong(text('Why:')), text(' '), code(reason, nameLimit * 2), ...found)];
}

function hintBlocks({ hint }: Failure, { nameLimit }: FailureLimits): Block[] {
  if (hint === undefined) return [];
  return [paragraph(strong(text('What to do:')), text(' '), ...untrustedText(hint, nameLimit * 2))];
}

function stepWords({ step, place }: FailingStep, { repository, source }: RunResult, limit: number): Inline[] {
  const where = place === undefined ? [] : [text(' at '), placeWords(place, { repository, source }, limit)];
  return [code(step.name, limit * 2), text(' '), strong(text('failed')), ...where];
}

/** `agents/refund/Dockerfile:12`, a link to that line at the commit that was built. */
function placeWords(
  place: FilePlace,
  { repository, source }: Pick<RunResult, 'source'> & { readonly repository: RunResult['repository'] },
  limit: number,
): Inline {
  const at = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  return linked(code(at, limit), fileUrl(repository, source.commit, place));
}

function deploymentBlocks(deployment: DeploymentFacts, limits: FailureLimits): Block[] {
  const events = deployment.events.map(
    (event) =>
      `${event.warning ? '⚠' : ' '} ${event.reason}: ${event.message}${event.at ? ` (${event.at})` : ''}`,
  );
  const half = { ...limits, maxLines: Math.ceil(limits.maxLines / 2), maxBytes: limits.maxBytes / 2 };
  return [...logBlocks(events, half), ...logBlocks(deployment.lines, half)];
}

/** The end of a log is visible; the lines before it are folded. */
function logBlocks(
  log: readonly string[] | LogExcerpt,
  limits: ExcerptLimits & { readonly openLines?: number },
): Block[] {
  if (('lines' in log ? log.lines : log).length === 0 || limits.maxLines === 0) return [];
  const shown = excerpt(log, limits);
  const open = shown.slice(-(limits.openLines ?? shown.length));
  const earlier = shown.slice(0, shown.length - open.length);
  const title = `${count(earlier.length, 'earlier line')} of the log`;
  return [...(earlier.length === 0 ? [] : folded(title, [fence(earlier)])), fence(open)];
}
