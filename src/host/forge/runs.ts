import { HttpError } from '../../errors.ts';
import { countIn, type Json, textIn } from '../event/event.ts';
import type { ForgeClient } from './client.ts';

/** The end of a workflow run, as the forge reports it. */
export type RunEnd = {
  /** The forge's own word: `success`, `failure`, `cancelled`, … */
  readonly conclusion: string;
  /** The run's page. */
  readonly url?: string;
};

export type WorkflowRuns = {
  /**
   * The end of that attempt of the run; `undefined` while it runs, or if the forge does not say: older servers have
   * no such path, and a token may lack `actions: read`.
   */
  readonly runEnd: (
    run: { readonly id: number; readonly attempt: number },
    signal: AbortSignal,
  ) => Promise<RunEnd | undefined>;
};

/** Forgejo has no `conclusion`: there the status of a run that has ended says how. */
const ENDS: ReadonlySet<unknown> = new Set(['success', 'failure', 'cancelled', 'skipped']);

function conclusionOf(run: Json): string | undefined {
  const status = textIn(run, 'status');
  if (status === 'completed') return textIn(run, 'conclusion') ?? 'unknown';
  return ENDS.has(status) ? status : undefined;
}

export function runsOf(client: ForgeClient, repository: string): WorkflowRuns {
  return {
    runEnd: async ({ id, attempt }, signal) => {
      const path = `/repos/${repository}/actions/runs/${id}`;
      try {
        const run = await client.object({ method: 'GET', path, signal });
        const url = textIn(run, 'html_url');
        const page = url === undefined ? {} : { url };
        // A later attempt begins when the earlier one is over.
        if ((countIn(run, 'run_attempt') ?? attempt) > attempt) return { conclusion: 'repeated', ...page };
        const conclusion = conclusionOf(run);
        return conclusion === undefined ? undefined : { conclusion, ...page };
      } catch (thrown) {
        if (thrown instanceof HttpError && [401, 403, 404].includes(thrown.status)) return undefined;
        throw thrown;
      }
    },
  };
}
