import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import type { Forge, RunEnd } from '../../host/forge/forge.ts';
import { type CommentSync, sectionOf } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import type { Outcome, RunResult } from '../../report/result.ts';
import type { Step } from '../step/step.ts';

/** Milliseconds for all requests and writes: these are other runs' sections. */
const WITHIN_MS = 8_000;
/** Runs that are checked at most. */
const MOST_RUNS = 20;

const WORKING: ReadonlySet<string> = new Set<Outcome>(['queued', 'building', 'deploying', 'verifying']);

type Context = Pick<Step, 'console' | 'signal'> & { readonly trigger: Pick<Step['trigger'], 'runId'> };

/**
 * A run that was killed before its final write (its token had expired, its runner was lost) left a section that says
 * "building" for ever. If the forge says that the run has ended, the section is marked as cancelled, with the link to
 * that run. Never throws.
 * @returns how many
 */
export async function endSectionsOfEndedRuns(
  { console, trigger, signal }: Context,
  forge: Forge,
  sync: CommentSync,
): Promise<number> {
  try {
    const within = timeoutSignal(signal, WITHIN_MS);
    const working = sync
      .known()
      .filter(
        ({ state, mark }) => WORKING.has(state) && mark.runId > 0 && String(mark.runId) !== trigger.runId,
      );
    const ended: Section[] = [];
    for (const section of working.slice(0, MOST_RUNS)) {
      const { runId, attempt } = section.mark;
      const end = await forge.runEnd({ id: runId, attempt }, within);
      if (end !== undefined) ended.push(endedSection(section, end));
    }
    if (ended.length === 0) return 0;
    const entries = ended.map((section) => ({ section, when: 'if-present' as const }));
    await sync.putAll(entries, { confirm: true, signal: within });
    for (const { key } of ended) console.info(`The comment says now that the run of ${key} has ended.`);
    return ended.length;
  } catch (thrown) {
    console.debug(`Sections of runs that have ended were left as they are: ${messageOf(thrown)}`);
    return 0;
  }
}

/** A later state of the same run. If it still worked, its own next state would be later still. */
function endedSection(section: Section, end: RunEnd): Section {
  const { key, mark, row } = section;
  const runUrl = end.url ?? row?.runUrl;
  const result: RunResult = {
    cloud: row?.cloud ?? '',
    outcome: 'cancelled',
    agent: row?.agent ?? decodeURIComponent(key.replace(/!.*$/, '')).replace(/^[^/]*\//, ''),
    source: row?.commit === undefined ? {} : { commit: row.commit },
    phases: [],
    failure: { title: titleOf(end), message: sentenceOf(end) },
    ...(runUrl !== undefined && { runUrl }),
  };
  return sectionOf(result, { key, mark: { ...mark, at: Math.max(Date.now(), mark.at + 1) } });
}

function titleOf({ conclusion }: RunEnd): string {
  return conclusion === 'cancelled' ? 'Cancelled' : 'Interrupted';
}

function sentenceOf({ conclusion }: RunEnd): string {
  if (conclusion === 'cancelled') return 'The run was cancelled before this step could say so.';
  return `The run has ended (${conclusion}), and this step could not say how it went.`;
}
