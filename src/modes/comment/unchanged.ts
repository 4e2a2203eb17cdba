import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import { type CommentSync, type Entry, sectionOf } from '../../report/comment/comment.ts';
import { encodeKey } from '../../report/comment/key.ts';
import type { RunMark, Section } from '../../report/comment/marker.ts';
import { compareRuns } from '../../report/comment/order.ts';
import type { Outcome, RunResult } from '../../report/result.ts';
import { count } from '../../report/units.ts';
import type { Step } from '../step/step.ts';

/** An agent that does not differ from the pull request's base. */
export type UnchangedAgent = {
  /** The cloud's own name, and what it knows the agent or image by: the key of its section. */
  readonly cloud: string;
  readonly name: string;
};

/** Milliseconds for reading and writing: nobody waits for these sections. */
const WITHIN_MS = 8_000;

/** What a later run without a change leaves behind. A preview that runs is still ready, at its commit. */
const OUTDATED: ReadonlySet<string> = new Set<Outcome>([
  'failed',
  'cancelled',
  'queued',
  'building',
  'deploying',
  'verifying',
]);

type Context = Pick<Step, 'console' | 'signal'> & {
  readonly recorder: Pick<Step['recorder'], 'result'>;
  readonly trigger: Pick<Step['trigger'], 'commit'>;
};

/**
 * An agent failed, and a later commit took its change back: it is built no more, and its section would say for ever
 * that it failed. Such sections of earlier runs of this workflow are marked as skipped. Never throws.
 * @param mark of this run
 */
export async function skipSectionsOfUnchanged(
  context: Context,
  opening: Promise<CommentSync | undefined>,
  unchanged: readonly UnchangedAgent[],
  mark: RunMark,
): Promise<void> {
  const { console, signal } = context;
  try {
    const within = timeoutSignal(signal, WITHIN_MS);
    const sync = await opening;
    const keys = new Set(unchanged.map(({ cloud, name }) => encodeKey(`${cloud}/${name}`)));
    const isOutdated = (section: Section) =>
      keys.has(section.key) &&
      OUTDATED.has(section.state) &&
      section.mark.workflow === mark.workflow &&
      compareRuns(section.mark, mark) < 0;
    const entries = (known: readonly Section[]): readonly Entry[] =>
      known
        .filter(isOutdated)
        .map((section) => ({ section: skippedSection(section, context, mark), when: 'always' }));
    const known = sync?.known() ?? [];
    const outcomes = await sync?.putAll(known.length > 0 ? entries(known) : entries, {
      confirm: true,
      signal: within,
    });
    const some = outcomes?.length ?? 0;
    if (some > 0)
      console.info(
        `The comment marks ${count(some, 'agent')} as skipped, which an earlier commit changed and this one does not.`,
      );
  } catch (thrown) {
    console.debug(`Sections of agents that are unchanged were left as they are: ${messageOf(thrown)}`);
  }
}

function skippedSection({ key, row }: Section, { recorder, trigger }: Context, mark: RunMark): Section {
  const { runUrl, repository } = recorder.result();
  const result: RunResult = {
    cloud: row?.cloud ?? '',
    outcome: 'skipped',
    agent: row?.agent ?? decodeURIComponent(key).replace(/^[^/]*\//, ''),
    source: trigger.commit === undefined ? {} : { commit: trigger.commit },
    phases: [],
    ...(row?.earlier && { stillRunning: row.earlier }),
    ...(runUrl !== undefined && { runUrl }),
    ...(repository !== undefined && { repository }),
  };
  return sectionOf(result, { key, mark: { ...mark, at: Date.now() } });
}
