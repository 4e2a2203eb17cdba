import { type Block, code, heading, paragraph, renderWithin, text, untrustedText } from '../markdown.ts';
import { count } from '../units.ts';
import { SUMMARY_LIMIT } from '../write-summary.ts';
import { type Column, columnTable } from './column-table.ts';

/** A preview that has to be deleted, and the reason as a sentence. */
export type DuePreview = {
  readonly id: string;
  /** Where the cloud gives it. */
  readonly agent?: string;
  readonly label: string;
  readonly reason: string;
};

export type CleanupFacts = {
  /** Absent where all agents were cleaned up. */
  readonly agent?: string;
  readonly dryRun: boolean;
  /** Live previews that are not due. */
  readonly kept: number;
  readonly previews: readonly (DuePreview & {
    /** `another`: another repository's; `left`: its owner is unknown; `listed`: a dry run. */
    readonly outcome: 'deleted' | 'failed' | 'another' | 'left' | 'listed';
    readonly why?: string;
  })[];
};

const ROWS = [1000, 200, 20, 0];

/** The job summary of `mode: cleanup`: each preview that had to be deleted, with the reason. */
export function renderCleanup(facts: CleanupFacts): string {
  return renderWithin(ROWS, SUMMARY_LIMIT, (rows) => cleanupBlocks(facts, rows));
}

const OUTCOMES = {
  deleted: 'deleted',
  failed: '❌ could not be deleted:',
  another: "left alone: another repository's:",
  left: 'left alone:',
  listed: 'would be deleted',
} as const;

type Row = CleanupFacts['previews'][number];

const AGENT: Column<Row> = {
  title: 'Agent',
  cell: ({ agent }) => (agent === undefined ? [] : [code(agent, 80)]),
};
const COLUMNS: readonly Column<Row>[] = [
  { title: 'Preview', cell: ({ id }) => [code(id, 80)], stays: true },
  { title: 'Label', cell: ({ label }) => (label === '' ? [] : [code(label, 40)]), stays: true },
  { title: 'Why', cell: ({ reason }) => untrustedText(reason, 200), stays: true },
  {
    title: 'Outcome',
    cell: ({ outcome, why }) => [
      text(OUTCOMES[outcome]),
      ...(why === undefined ? [] : [text(' '), ...untrustedText(why, 300)]),
    ],
    stays: true,
  },
];

function cleanupBlocks({ agent, dryRun, kept, previews }: CleanupFacts, rows: number): Block[] {
  const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
  const did = dryRun
    ? `${count(previews.filter(({ outcome }) => outcome === 'listed').length, 'preview')} would be deleted`
    : `${count(deleted, 'preview')} deleted`;
  const shown = previews.slice(0, rows);
  const stays =
    kept === 0 ? 'No other preview is live.' : `${count(kept, 'preview')} ${kept === 1 ? 'stays' : 'stay'}.`;
  return [
    heading(
      2,
      text('Preview cleanup of '),
      agent === undefined ? text('all agents') : code(agent),
      text(`: ${did}`),
    ),
    ...(shown.length === 0 ? [] : columnTable(agent === undefined ? [AGENT, ...COLUMNS] : COLUMNS, shown)),
    ...(previews.length > shown.length
      ? [paragraph(text(`${count(previews.length - shown.length, 'further preview')}.`))]
      : []),
    paragraph(text(stays)),
  ];
}
