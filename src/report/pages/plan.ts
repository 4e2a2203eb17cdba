import {
  type Block,
  code,
  heading,
  type Inline,
  paragraph,
  renderWithin,
  table,
  text,
  untrustedText,
} from '../markdown.ts';
import { count } from '../units.ts';
import { SUMMARY_LIMIT } from '../write-summary.ts';

/** An agent of the matrix. */
export type PlannedAgent = {
  readonly name: string;
  readonly path: string;
  readonly manifest: string;
  /** The first changed path of its context. */
  readonly changed?: string;
  /** A folder of its context that the commit does not have, so that it cannot be compared. */
  readonly uncommitted?: string;
  /** Why its context cannot be known. */
  readonly problem?: string;
};

type PlanFacts = {
  /** How many folders the globs match. */
  readonly all: number;
  readonly chosen: readonly PlannedAgent[];
  readonly base?: string;
  /** Why every agent is listed. */
  readonly notice?: string;
};

const ROWS = [1000, 250, 50, 0];

/** The job summary of `mode: plan`: each agent with what changed in its context. */
export function renderPlan(facts: PlanFacts): string {
  return renderWithin(ROWS, SUMMARY_LIMIT, (rows) => planBlocks(facts, rows));
}

function planBlocks({ all, chosen, base, notice }: PlanFacts, rows: number): Block[] {
  const title =
    chosen.length === 0
      ? `Nothing to build: none of ${count(all, 'agent')} changed`
      : `${chosen.length.toLocaleString('en-US')} of ${count(all, 'agent')} to build`;
  const left = all - chosen.length;
  const ending = [
    ...(base === undefined ? [] : [text('Compared with '), code(base), text('.')]),
    ...(base === undefined || left === 0 ? [] : [text(' ')]),
    ...(left === 0 ? [] : [text(`${count(left, 'agent')} ${left === 1 ? 'is' : 'are'} unchanged.`)]),
  ];
  const shown = chosen.slice(0, rows);
  return [
    heading(2, text(title)),
    ...(notice === undefined ? [] : [paragraph(...untrustedText(notice))]),
    ...(shown.length === 0 ? [] : [agentTable(shown)]),
    ...(chosen.length > shown.length
      ? [paragraph(text(`${count(chosen.length - shown.length, 'further agent')}.`))]
      : []),
    ...(ending.length === 0 ? [] : [paragraph(...ending)]),
  ];
}

function agentTable(agents: readonly PlannedAgent[]): Block {
  return table(
    [[text('Agent')], [text('Folder')], [text('Why')]],
    agents.map((agent) => [[code(agent.name, 80)], [code(agent.path, 160)], whyNamed(agent)]),
  );
}

function whyNamed({ changed, uncommitted, problem }: PlannedAgent): Inline[] {
  if (changed !== undefined) return [code(changed, 160), text(' changed')];
  if (uncommitted !== undefined) return [code(uncommitted, 160), text(' is not in the commit')];
  return untrustedText(problem ?? 'nothing to compare with', 200);
}
