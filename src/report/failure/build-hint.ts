import type { BuildFacts, FailingStep } from '../result.ts';
import { oneLine } from '../text.ts';
import { builderReason } from './reason.ts';

/** What to do about a build that did not succeed, in one or two sentences. */
export function buildHint(build: BuildFacts): string {
  if (build.status === 'timed_out') return 'Raise build-timeout, or make the slowest step shorter or cached.';
  if (build.status === 'error') return 'The error is not in the Dockerfile: run the job again.';
  if (build.status === 'cancelled') return 'It was cancelled on the cloud: run the job again.';
  if (build.failing) return stepHint(build.failing);
  if (build.logFile === undefined)
    return 'This cloud has no build log: run docker build on the same context to see the error.';
  if (build.logLines === 0)
    return 'The cloud gave no log of this build: run docker build on the same context to see the error.';
  return 'Read the end of the build log in this job; log-file has all of it.';
}

function stepHint(failing: FailingStep): string {
  if (failing.cause) return failing.cause.fix;
  return remoteHint(failing) ?? 'Fix the instruction; docker build on the same context shows the same error.';
}

/** BuildKit's name for the look-up of a base image. */
const METADATA = /^\[internal\] load metadata for (\S+)$/;

/** The image or address that the step downloads; `undefined` where it downloads nothing. */
export function remoteOf({
  step: { name, instruction = '' },
}: Pick<FailingStep, 'step'>): { readonly kind: 'image' | 'address'; readonly name: string } | undefined {
  const image = METADATA.exec(name)?.[1] ?? /^FROM (?:--\S+ )*(\S+)/i.exec(instruction)?.[1];
  if (image !== undefined) return { kind: 'image', name: oneLine(image, 200) };
  const address = /^ADD (?:.* )?((?:https?:\/\/|git@)\S+) /i.exec(instruction)?.[1];
  return address === undefined ? undefined : { kind: 'address', name: oneLine(address, 200) };
}

type RemoteRule = { readonly says: RegExp; readonly image: string; readonly address: string };

/** By the words of registries, of Go's network errors and of HTTP; the first that fits counts. */
const REMOTE_RULES: readonly RemoteRule[] = [
  {
    says: /toomanyrequests|too many requests|rate limit|\b429\b/i,
    image: 'The registry limits downloads: run the job again later, or use a mirror in FROM.',
    address: 'The server limits downloads: run the job again later.',
  },
  {
    says: /denied|unauthorized|authorization|authentication|forbidden|\b40[13]\b/i,
    image:
      'Check the spelling of the image in FROM. If it is private, the cloud needs an image that it may read.',
    address: 'The server refuses the download: check the address, or put the file into the build context.',
  },
  {
    says: /no such host|dial tcp|timeout|timed out|deadline exceeded|connection|tls|x509|\bEOF\b|\b50[0-9]\b/i,
    image: 'The cloud cannot reach the registry: check the address in FROM, or run the job again.',
    address: 'The cloud cannot reach the server: check the address, or put the file into the build context.',
  },
  {
    says: /not found|manifest unknown|no such|does not exist|unknown|\b404\b|no match for platform/i,
    image: "Check the image's name, tag and platform in FROM: the registry does not have it.",
    address: 'Check the address: the server has no such file.',
  },
];

function remoteHint(failing: FailingStep): string | undefined {
  const remote = remoteOf(failing);
  if (remote === undefined) return undefined;
  const words = [builderReason(failing.message) ?? '', ...failing.lines.slice(-20)].join('\n');
  return REMOTE_RULES.find(({ says }) => says.test(words))?.[remote.kind];
}
