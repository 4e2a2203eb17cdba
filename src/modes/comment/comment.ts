import { messageOf } from '../../errors.ts';
import type { Outcome } from '../../report/result.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import { isForMany } from '../../settings/agents.ts';
import { mayHavePullRequest } from '../step/pull-request.ts';
import type { CommentContext, StepComment } from './context.ts';
import { openOwnSection } from './own-section.ts';
import type { CommentWriter } from './writer.ts';

const SILENT: StepComment = { update: async () => {}, finish: async () => {} };

/**
 * The pull request's comment for one step. `update` returns at once: the comment is written beside the work, and of
 * states that come faster than the forge takes them only the latest. `finish` writes the last word and reads it back.
 * Neither throws: a comment decides nothing.
 */
export function openComment(context: CommentContext): StepComment {
  if (!isWanted(context)) return SILENT;
  const { console, recorder, state } = context;
  const record = openOwnSection(context);
  let opened: Promise<CommentWriter> | undefined;
  let asked = 0;
  let running: Promise<void> | undefined;
  const writer = () => {
    opened ??= import(/* webpackChunkName: "comment" */ './writer.ts').then(({ openWriter }) =>
      openWriter(context, record),
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
    update: async () => {
      asked += 1;
      record.snapshot();
      running ??= drain()
        .catch((thrown: unknown) => console.debug(`The comment was not updated: ${messageOf(thrown)}`))
        .finally(() => {
          running = undefined;
        });
    },
    finish: async () => {
      // Post has taken over and says what is true.
      if (!isReported(recorder) || state.cancelled()) return;
      record.settle();
      try {
        const last = await writer();
        if (running !== undefined) last.hurry();
        await running;
        await last.final();
      } catch (thrown) {
        console.warning(`The pull request's comment could not be written: ${messageOf(thrown)}`);
      }
    },
  };
}

/** A run that did nothing leaves the comment as it is. */
function isReported(recorder: RunRecorder): boolean {
  const untold: readonly Outcome[] = ['skipped', 'dry-run'];
  return !untold.includes(recorder.result().outcome);
}

function isWanted({ settings, trigger, console }: CommentContext): boolean {
  const { when } = settings.comment;
  if (settings.mode !== 'run' || settings.dryRun || settings.connection === undefined) return false;
  // Each of many agents has a comment of its own.
  if (isForMany(settings)) return false;
  if (when === 'never') return false;
  if (!mayHavePullRequest({ trigger, settings })) {
    if (when === 'always') console.info(`No comment: the event ${trigger.event} belongs to no pull request.`);
    return false;
  }
  if (settings.githubToken !== undefined && trigger.repository !== undefined) return true;
  console.warning('No comment on the pull request: github-token is empty.');
  return false;
}
