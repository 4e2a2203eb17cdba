import { code, type Inline, link, paragraph, render, text, untrustedText } from '../markdown.ts';
import type { RunResult } from '../result.ts';
import { STATES } from '../states.ts';
import { bytesOf, count } from '../units.ts';
import { SUMMARY_LIMIT } from '../write-summary.ts';
import { renderAgentRuns } from './agent-runs.ts';

type AgentsFacts = {
  /** Without secrets, one an agent. */
  readonly results: readonly RunResult[];
  /** Agents that did not change. */
  readonly unchanged: number;
  /** What they were compared with, or why all were run. */
  readonly base?: string;
  readonly notice?: string;
  readonly commentUrl?: string;
};

/** The job summary of a run of many agents: table, failures, a folded block per agent, and which agents were not run. */
export function renderAgents(facts: AgentsFacts, maxBytes: number = SUMMARY_LIMIT): string {
  const { unchanged, notice } = facts;
  // As in the comment: most agents of a closed pull request had no preview.
  const results = facts.results.filter((result) => !hadNothing(result));
  const foot = footOf(facts, facts.results.length - results.length);
  const notes = [
    ...(notice === undefined ? [] : [untrustedText(notice)]),
    ...(foot.length === 0 ? [] : [foot]),
  ];
  const end = render(notes.map((note) => paragraph(...note)));
  if (facts.results.length > 0 && results.length === 0)
    return `## ${STATES.removed.icon} No preview was left to remove\n\n${end}`;
  if (results.length === 0)
    return `## Nothing to build: none of ${count(unchanged, 'agent')} changed\n\n${end}`;
  return `${renderAgentRuns(results, maxBytes - bytesOf(end) - 1)}\n${end}`;
}

function hadNothing({ outcome, previewsDeleted = [], previewsLeft = [] }: RunResult): boolean {
  return outcome === 'removed' && previewsDeleted.length === 0 && previewsLeft.length === 0;
}

function footOf({ unchanged, base, results, commentUrl }: AgentsFacts, idle: number): Inline[] {
  const parts: Inline[][] = [
    ...(idle === 0 ? [] : [[text(`${count(idle, 'agent')} had no preview.`)]]),
    ...(base === undefined ? [] : [[text('Compared with '), code(base), text('.')]]),
    ...(unchanged === 0 || results.length === 0
      ? []
      : [[text(`${count(unchanged, 'agent')} ${unchanged === 1 ? 'is' : 'are'} unchanged.`)]]),
    ...(commentUrl === undefined ? [] : [[link('Comment', commentUrl)]]),
  ];
  return parts.flatMap((part, at) => (at === 0 ? part : [text(' '), ...part]));
}
