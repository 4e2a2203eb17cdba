import { setOutput } from '@actions/core';
import { omitUndefined } from '../omit-undefined.ts';
import type { RunResult } from './result.ts';
import { bytesOf, size } from './units.ts';

/** The outputs of docs/interface.md, with their types in `result`; as separate outputs all are text. */
type OutputValues = {
  readonly skipped?: boolean;
  readonly 'build-id'?: string;
  readonly 'build-status'?: string;
  readonly reused?: boolean;
  readonly image?: string;
  readonly 'image-name'?: string;
  readonly 'image-tag'?: string;
  readonly 'context-hash'?: string;
  readonly 'context-files'?: number;
  readonly 'context-bytes'?: number;
  readonly 'build-seconds'?: number;
  readonly 'log-file'?: string;
  readonly 'deployment-id'?: string;
  readonly 'deployment-status'?: string;
  readonly 'preview-label'?: string;
  readonly 'preview-expires-at'?: string;
  readonly 'preview-url'?: string;
  readonly 'previews-deleted'?: number;
  readonly 'comment-url'?: string;
  readonly matrix?: unknown;
  readonly changed?: number;
  readonly results?: unknown;
  readonly failed?: number;
};

/** What a mode adds to the facts of a run; `details` are in `result` only. */
export type ExtraOutputs = OutputValues & { readonly details?: Readonly<Record<string, unknown>> };

/** Unknown values are absent. Whole numbers, times in ISO 8601 and UTC. */
export function outputsOf(result: RunResult): OutputValues {
  const { build, context, deployment } = result;
  const preview = deployment?.preview;
  return omitUndefined<OutputValues>({
    skipped: result.outcome === 'skipped',
    'build-id': build?.id,
    'build-status': build?.status,
    reused: build ? build.reused !== undefined : undefined,
    image: build?.image?.reference,
    'image-name': build?.imageName,
    'image-tag': build?.imageTag,
    'context-hash': context?.hash,
    'context-files': context?.files,
    'context-bytes': context?.bytes,
    'build-seconds': build?.seconds === undefined ? undefined : Math.round(build.seconds),
    'log-file': build?.logFile,
    'deployment-id': deployment?.id,
    'deployment-status': deployment?.status,
    'preview-label': preview?.label,
    'preview-expires-at': preview?.expiresAt === undefined ? undefined : isoTime(preview.expiresAt),
    'preview-url': result.outcome === 'removed' ? undefined : preview?.url,
    'previews-deleted': result.previewsDeleted?.length,
    'comment-url': result.commentUrl,
  });
}

function isoTime(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : time.toISOString();
}

/** Gitea drops a longer value with a log line only (docs/platform.md, outputs 255/1 MiB). */
const LONGEST_VALUE = 1024 * 1024;
/** GitHub counts 1 MB a job in UTF-16, two bytes a character. */
const LONGEST_RESULT = 480_000;

type BoundedOutputs = {
  readonly outputs: ReadonlyMap<string, string>;
  /** What was left out, one sentence each. */
  readonly notices: readonly string[];
};

/**
 * The outputs as text, with `result` among them. A value above a runner's limit is left out and reported, since half
 * a JSON object or half an image name is worse than none.
 */
export function boundedOutputs(result: RunResult, extra: ExtraOutputs = {}): BoundedOutputs {
  const { details, ...more } = extra;
  const values = { ...outputsOf(result), ...omitUndefined<OutputValues>(more) };
  const outputs = new Map<string, string>();
  const notices: string[] = [];
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const bytes = bytesOf(written);
    if (bytes > LONGEST_VALUE) {
      notices.push(`The output ${name} has ${size(bytes)}, more than runners take (1 MiB): it is left out.`);
    } else {
      outputs.set(name, written);
      kept[name] = value;
    }
  }
  outputs.set('result', resultText(kept, { ...detailsOf(result), ...details }, notices));
  return { outputs, notices };
}

/** Facts that are only in `result`: figures of the image, where the cloud reports them. */
function detailsOf({ build }: RunResult): Readonly<Record<string, unknown>> {
  return omitUndefined<Readonly<Record<string, unknown>>>({
    'image-bytes': build?.imageBytes,
    'display-ref': build?.displayRef,
  });
}

/** Leaves out the largest members until the object fits; `left-out` names them. */
function resultText(
  values: Readonly<Record<string, unknown>>,
  details: Readonly<Record<string, unknown>>,
  notices: string[],
): string {
  let members = Object.entries({ ...details, ...values });
  const leftOut: string[] = [];
  const text = () =>
    JSON.stringify(Object.fromEntries(leftOut.length === 0 ? members : [...members, ['left-out', leftOut]]));
  while (text().length > LONGEST_RESULT) {
    const sizes = new Map(members.map(([name, value]) => [name, JSON.stringify(value)?.length ?? 0]));
    const largest = members.reduce((a, b) => ((sizes.get(b[0]) ?? 0) > (sizes.get(a[0]) ?? 0) ? b : a));
    members = members.filter((member) => member !== largest);
    leftOut.push(largest[0]);
    notices.push(`The output result would be too large for runners: ${largest[0]} is left out of it.`);
  }
  return text();
}

/**
 * Sets every output that is known, also after a failure.
 * @returns what was left out, for the log.
 * @throws where the runner's output file cannot be written.
 */
export function setOutputs(result: RunResult, extra: ExtraOutputs = {}): readonly string[] {
  const { outputs, notices } = boundedOutputs(result, extra);
  for (const [name, value] of outputs) setOutput(name, value);
  return notices;
}
