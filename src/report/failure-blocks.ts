import { failureOf } from './annotation.ts';
import { type ExcerptLimits, excerpt } from './excerpt.ts';
import { type Block, code, fence, type Inline, paragraph, strong, text, untrustedText } from './markdown.ts';
import type { DeploymentFacts, FailingStep, RunResult } from './result.ts';

/** What failed, its last log lines and what to do, for summary and comment; empty where nothing failed. */
export function failureBlocks(
  result: RunResult,
  limits: ExcerptLimits & { readonly nameLimit: number },
): Block[] {
  const failure = failureOf(result);
  if (!failure) return [];
  const failing = result.build?.failing;
  const { deployment } = result;
  const isDeployment = deployment?.status !== undefined && deployment.status !== 'healthy';
  const what = failing
    ? stepWords(failing, limits.nameLimit)
    : [
        strong(...untrustedText(failure.title, limits.nameLimit)),
        text(' — '),
        ...untrustedText(failure.message, limits.nameLimit * 3),
      ];
  return [
    paragraph(...what),
    ...logBlocks(failing?.lines ?? [], limits),
    ...(isDeployment ? deploymentBlocks(deployment, limits) : []),
    ...(failure.hint === undefined
      ? []
      : [
          paragraph(
            strong(text('What to do:')),
            text(' '),
            ...untrustedText(failure.hint, limits.nameLimit * 2),
          ),
        ]),
  ];
}

function stepWords({ step, place }: FailingStep, limit: number): Inline[] {
  const at = place?.line === undefined ? place?.file : `${place.file}:${place.line}`;
  const where = at === undefined ? [] : [text(' at '), code(at, limit)];
  return [code(step.name, limit * 2), text(' '), strong(text('failed')), ...where];
}

function deploymentBlocks(deployment: DeploymentFacts, limits: ExcerptLimits): Block[] {
  const events = deployment.events.map(
    (event) =>
      `${event.warning ? '⚠' : ' '} ${event.reason}: ${event.message}${event.at ? ` (${event.at})` : ''}`,
  );
  const half = { maxLines: Math.ceil(limits.maxLines / 2), maxBytes: limits.maxBytes / 2 };
  return [...logBlocks(events, half), ...logBlocks(deployment.lines, half)];
}

function logBlocks(lines: readonly string[], limits: ExcerptLimits): Block[] {
  return lines.length === 0 || limits.maxLines === 0 ? [] : [fence(excerpt(lines, limits))];
}
