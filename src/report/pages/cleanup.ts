import {
  type Block,
  code,
  heading,
  paragraph,
  renderWithin,
  table,
  text,
  untrustedText,
} from '../markdown.ts';
import { SUMMARY_LIMIT } from '../summary.ts';
import { count } from '../units.ts';

/** A preview whose time is over, and the sentence that says why. */
export type DuePreview = { readonly id: string; readonly label: string; readonly reason: string };

export type CleanupFacts = {
  readonly agent: string;
  readonly dryRun: boolean;
  /** Live previews that are not due. */
  readonly kept: number;
  readonly previews: readonly (DuePreview & {
    /** `left`: another repository's; `listed`: a dry run. */
    readonly outcome: 'deleted' | 'failed' | 'left' | 'listed';
    readonly why?: string;
  })[];
};

const ROWS = [1000, 200, 20, 0];

/** The job summary of `mode: cleanup`: each preview that went, with its reason. */
export function renderCleanup(facts: CleanupFacts): string {
  return renderWithin(ROWS, SUMMARY_LIMIT, (rows) => cleanupBlocks(facts, rows));
}

const OUTCOMES = {
  deleted: 'deleted',
  failed: '❌ could not be deleted:',
  left: "left alone: another repository's",
  listed: 'would be deleted',
} as const;

function cleanupBlocks({ agent, dryRun, kept, previews }: CleanupFacts, rows: number): Block[] {
  const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
  const did = dryRun
    ? `${count(previews.length, 'preview')} would be deleted`
    : `${count(deleted, 'preview')} deleted`;
  const shown = previews.slice(0, rows);
  const stays =
    kept === 0 ? 'No other preview is live.' : `${count(kept, 'preview')} ${kept === 1 ? 'stays' : 'stay'}.`;
  return [
    heading(2, text('Preview cleanup of '), code(agent), text(`: ${did}`)),
    ...(shown.length === 0
      ? []
      : [
          table(
            [[text('Preview')], [text('Label')], [text('Why')], [text('Outcome')]],
            shown.map(({ id, label, reason, outcome, why }) => [
              [code(id, 80)],
              [code(label, 40)],
              untrustedText(reason, 200),
              [
                text(OUTCOMES[outcome]),
                ...(why === undefined ? [] : [text(' '), ...untrustedText(why, 300)]),
              ],
            ]),
          ),
        ]),
    ...(previews.length > shown.length
      ? [paragraph(text(`${count(previews.length - shown.length, 'further preview')}.`))]
      : []),
    paragraph(text(stays)),
  ];
}
