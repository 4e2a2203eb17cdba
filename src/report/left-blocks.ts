import { type Block, code, paragraph, text, untrustedText } from './markdown.ts';
import type { PreviewLeft } from './result.ts';
import { count } from './units.ts';

const MOST_LEFT = 5;

/** Previews that a teardown did not delete, each with its reason. */
export function leftBlocks(left: readonly PreviewLeft[], nameLimit: number): Block[] {
  if (left.length === 0) return [];
  const sentences = left
    .slice(0, MOST_LEFT)
    .map(({ id, label, why }) =>
      paragraph(
        text('Preview '),
        code(id, nameLimit),
        ...(label === undefined ? [] : [text(' ('), code(label, nameLimit), text(')')]),
        text(' was left alone: '),
        ...untrustedText(why, nameLimit * 2),
      ),
    );
  const more = left.length - sentences.length;
  return more > 0 ? [...sentences, paragraph(text(`${count(more, 'more preview')} left alone.`))] : sentences;
}
