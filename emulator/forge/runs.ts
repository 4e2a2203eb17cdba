import { type Handler, NOT_FOUND, Refused } from './exchange.ts';

/** Runs of workflows: https://docs.github.com/en/rest/actions/workflow-runs; Gitea has the same path. */
export const runs: Handler = (call, state) => {
  const [, id] = /^\/actions\/runs\/(\d+)$/.exec(call.path) ?? [];
  if (id === undefined || call.method !== 'GET') return undefined;
  const run = state.runs.get(Number(id));
  if (run === undefined) throw new Refused(404, NOT_FOUND);
  const { status, conclusion = null, attempt = 1 } = run;
  const html_url = `${call.webUrl}/${state.repository}/actions/runs/${id}`;
  return { status: 200, body: { id: run.id, run_attempt: attempt, status, conclusion, html_url } };
};
