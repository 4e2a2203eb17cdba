import { createHmac, randomUUID } from 'node:crypto';
import type { Build } from '../../clouds/cloud.ts';
import { contextHashOf } from '../../clouds/context-hash.ts';
import type { PackedContext } from '../../context/archive/archive.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { Step } from '../step/step.ts';

/** Milliseconds for finding out how old the cloud's equal builds are. */
const ASK_WITHIN_MS = 10_000;

/**
 * The archive's comment, for a cloud that identifies contexts by the first 64 bits of the archive's MD5. Two folders
 * with the same 64 bits can be found in minutes, and one could then be built in place of the other. With a keyed hash
 * of the tree in the archive, nobody without the API key can prepare such a pair; for one key equal trees stay equal.
 * `build: always` sends another comment each time, so that the cloud knows no equal build (docs/use/reuse.md).
 */
export function keyedComment({ settings }: Step, period = ''): (workingTreeHash: string) => string {
  const { apiKey = '' } = settings.connection ?? {};
  const nonce = settings.build === 'always' ? randomUUID() : period;
  return (workingTreeHash) =>
    createHmac('sha256', apiKey)
      .update(JSON.stringify(['context', settings.cloud, workingTreeHash, nonce]))
      .digest('hex');
}

type Packed = {
  readonly packed: PackedContext;
  readonly hash: string;
  /** The cloud's builds could not be read: looking for one again would only take longer. */
  readonly unread?: true;
};

/**
 * For `build: auto`: the archive as it is, unless the cloud's equal build is older than `reuse-within`. As the cloud would
 * answer a submit with that build, the archive then gets the comment of the current period. A period is as long as
 * `reuse-within`, so that a build of this one is always young enough, and one of the last period may be.
 */
export async function withoutOldBuild(step: Step, given: Packed, dockerfile: string): Promise<Packed> {
  const signal = timeoutSignal(step.signal, ASK_WITHIN_MS);
  try {
    const newest = await newestOf(step, given.hash, dockerfile, signal);
    if (newest === undefined || isYoung(step, newest)) return given;
    const last = await ofPeriod(step, given, -1);
    const ofLast = await newestOf(step, last.hash, dockerfile, signal);
    if (ofLast !== undefined && isYoung(step, ofLast)) return last;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.recorder.noteBuild({ whyBuilt: 'earlier builds could not be read' });
    step.console.debug(`Earlier builds could not be read: ${messageOf(thrown)}`);
    return { ...given, unread: true };
  }
  return ofPeriod(step, given);
}

/** A build whose age the cloud does not tell counts as young. */
export function isYoung({ settings }: Pick<Step, 'settings'>, { createdAt }: Build): boolean {
  return createdAt === undefined || Date.parse(createdAt) >= Date.now() - settings.reuseWithinMs;
}

async function newestOf(
  step: Step,
  contextHash: string,
  dockerfile: string,
  signal: AbortSignal,
): Promise<Build | undefined> {
  const { region } = step.settings;
  const filter = { status: 'succeeded', atMost: 1, contextHash, dockerfile } as const;
  const cloud = await step.cloud();
  for await (const build of cloud.list({ ...filter, ...(region !== undefined && { region }) }, signal))
    return build;
  return undefined;
}

/** @param later how many periods after the current one */
export async function ofPeriod(step: Step, { packed }: Packed, later = 0): Promise<Packed> {
  const { reuseWithinMs } = step.settings;
  const period = `${reuseWithinMs}:${Math.floor(Date.now() / reuseWithinMs) + later}`;
  const { withComment } = await import(/* webpackChunkName: "archive" */ '../../context/archive/archive.ts');
  const archive = await withComment(packed, keyedComment(step, period)(packed.workingTreeHash));
  return { packed: archive, hash: contextHashOf({ archive }) };
}
