import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { messageOf } from '../../errors.ts';
import type { CommentContext, StepComment } from './context.ts';
import { firstProgress, type OwnSection, openOwnSection } from './own-section.ts';
import { openSavedComment, type SavedProgress } from './saved-comment.ts';
import type { UnchangedAgent } from './unchanged.ts';
import { isForStep, isWanted } from './wanted.ts';
import type { CommentWriter, WriterSource } from './writer.ts';

const NO_COMMENT: StepComment = { update: async () => {}, finish: async () => {} };

/**
 * The pull request's comment for one step. `update` returns at once: the comment is written in the background, and
 * only the latest of several quick states. `finish` writes the final state and reads it back. Neither throws: the
 * comment must not change the result.
 * @param isFaulty the inputs are faulty, and the section says that nothing was built
 */
export function openComment(context: CommentContext, { isFaulty = false } = {}): StepComment {
  if (!isForStep(context, isFaulty)) return NO_COMMENT;
  const own = openOwnSection(context);
  const source = { snapshots: () => [own.current()], note: own.note };
  const queue = openQueue(context, source, 0);
  return {
    update: async () => {
      own.snapshot();
      queue.ask();
    },
    finish: async () => {
      // Post has taken over and writes the final state.
      if (!isReported(context) || context.state.cancelled()) return;
      own.settle();
      await queue.finish();
    },
  };
}

/** The comment for the agents of one step: one section each, and one writer for all. */
export type SharedComment = {
  /**
   * For one agent; its context has its own recorder, settings and state. Its `finish` returns at once too: its final
   * state is written with the others.
   */
  readonly of: (context: CommentContext) => StepComment;
  /** After all agents have finished: writes the final state of each and reads it back. Does not throw. */
  readonly finish: () => Promise<void>;
};

/**
 * @param context of the step: its recorder gets the comment's address, or why there is none
 * @param betweenWrites milliseconds between two writes at least
 * @param unchanged agents of the pull request that are not run
 */
export function openSharedComment(
  context: CommentContext,
  betweenWrites: number,
  unchanged: readonly UnchangedAgent[] = [],
): SharedComment {
  if (!isWanted(context)) return { of: () => NO_COMMENT, finish: async () => {} };
  const sections: OwnSection[] = [];
  const save = openSavedComment(context.temp, context.state);
  let progress: SavedProgress = firstProgress(context);
  const current = () => sections.map((own) => own.current()).filter(({ mark }) => mark.at > 0);
  const note = (more: Partial<SavedProgress>) => {
    progress = { ...progress, ...more };
    save(progress);
  };
  const queue = openQueue(context, { snapshots: current, note }, betweenWrites);
  return {
    of: (agent) => {
      const own = openOwnSection(agent);
      sections.push(own);
      return {
        update: async () => {
          own.snapshot();
          queue.ask();
        },
        finish: async () => {
          if (!isReported(agent) || agent.state.cancelled()) return;
          own.settle();
          queue.ask();
        },
      };
    },
    finish: async () => {
      if (context.state.cancelled()) return;
      if (current().length > 0) await queue.finish();
      if (unchanged.length > 0 && !context.signal.aborted) await queue.skip(unchanged);
    },
  };
}

/** Writes in the background, one write at a time; of updates that come meanwhile only the latest. */
function openQueue(context: CommentContext, source: WriterSource, betweenWrites: number) {
  const { console } = context;
  let opened: Promise<CommentWriter> | undefined;
  let asked = 0;
  let running: Promise<void> | undefined;
  const writer = () => {
    opened ??= import(/* webpackChunkName: "comment" */ './writer.ts').then(({ openWriter }) =>
      openWriter(context, source, betweenWrites),
    );
    return opened;
  };
  const drain = async () => {
    for (let done = -1; done !== asked; ) {
      done = asked;
      await (await writer()).draft();
    }
  };
  return {
    ask: () => {
      asked += 1;
      running ??= drain()
        .catch((thrown: unknown) => console.debug(`The comment was not updated: ${messageOf(thrown)}`))
        .finally(() => {
          running = undefined;
        });
    },
    finish: async () => {
      try {
        const last = await writer();
        if (running !== undefined) last.endDrafts();
        await running;
        await last.final();
      } catch (thrown) {
        console.warning(`The pull request's comment could not be written: ${messageOf(thrown)}`);
      }
    },
    skip: async (unchanged: readonly UnchangedAgent[]) => (await writer()).skip(unchanged),
  };
}

/** A run that did nothing does not change the comment. */
function isReported({ recorder, settings }: Pick<CommentContext, 'recorder' | 'settings'>): boolean {
  const { outcome } = recorder.result();
  // When the pull request is closed, nothing goes where nothing is deployed.
  if (outcome === 'removed' && !CLOUD_TRAITS[settings.cloud].deploys) return false;
  return outcome !== 'skipped' && outcome !== 'dry-run';
}
