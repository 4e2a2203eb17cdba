import { composeComment } from '../../src/report/comment/body.ts';
import { merge } from '../../src/report/comment/order.ts';
import { sectionOf } from '../../src/report/comment/section.ts';
import { renderAccount } from '../../src/report/pages/account.ts';
import { renderAgentRuns } from '../../src/report/pages/agent-runs.ts';
import type { RunResult } from '../../src/report/result.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { ACCOUNTS } from './accounts.ts';
import { FAILED_BUILD, FAILED_DEPLOYMENT, many } from './failures.ts';
import type { Forge } from './page.ts';
import {
  AT,
  BUILDING,
  CANCELLED,
  GITEA,
  GITHUB,
  LEFT,
  PIPECAT,
  QUEUED,
  READY,
  REMOVED,
  VERIFYING,
} from './results.ts';

/** One state of comment or summary: its name is the picture's. */
type Scene = { readonly name: string; readonly markdown: (forge: Forge) => string };

const COMMENTS: Readonly<Record<string, readonly RunResult[]>> = {
  building: [{ ...BUILDING, agent: 'refund-bot' }],
  verifying: [VERIFYING],
  ready: [READY],
  'failed-build': [FAILED_BUILD],
  'failed-deployment': [FAILED_DEPLOYMENT],
  cancelled: [CANCELLED],
  removed: [REMOVED],
  'removed-and-left': [LEFT],
  three: [READY, FAILED_BUILD, BUILDING],
  'two-clouds': [READY, PIPECAT, QUEUED],
  sixty: many(60, 1),
  'all-failed': many(60, 60),
};

const SUMMARIES: Readonly<Record<string, RunResult>> = {
  ready: READY,
  'failed-build': FAILED_BUILD,
  'failed-deployment': FAILED_DEPLOYMENT,
  reused: PIPECAT,
  removed: REMOVED,
  'removed-and-left': LEFT,
};

export const SCENES: readonly Scene[] = [
  ...Object.entries(COMMENTS).map(([name, results]) => ({
    name: `comment-${name}`,
    markdown: (forge: Forge) => commentOf(results.map((result) => on(result, forge))),
  })),
  ...Object.entries(SUMMARIES).map(([name, result]) => ({
    name: `summary-${name}`,
    markdown: (forge: Forge) => renderSummary(on(result, forge)),
  })),
  ...Object.entries(ACCOUNTS).map(([name, account]) => ({
    name: `report-${name}`,
    markdown: () => renderAccount(account),
  })),
  {
    name: 'summary-agents',
    markdown: (forge) => renderAgentRuns(many(8, 1, 0).map((result) => on(result, forge))),
  },
];

function commentOf(results: readonly RunResult[]): string {
  const mark = { workflow: 'aaaaaaaa', runId: 4242, runNumber: 7, attempt: 1, at: AT };
  const sections = results.map((result) =>
    sectionOf(result, { key: `${result.cloud}/${result.agent}`, mark }),
  );
  return composeComment(merge(new Map(), sections)).body;
}

function on(result: RunResult, forge: Forge): RunResult {
  if (forge === 'github') return result;
  const runUrl = result.runUrl?.replace(GITHUB.url, GITEA.url).replace(/runs\/.*/, 'runs/42');
  return { ...result, repository: GITEA, ...(runUrl === undefined ? {} : { runUrl }) };
}
