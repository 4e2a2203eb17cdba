import type { Random } from './random.ts';

/**
 * Text with the redundancy of source code: gzip -6 leaves about a quarter of it, at about the speed it has on code.
 * Names come from a vocabulary of which each stretch prefers some; passages come again a few kilobytes later.
 */
export function textOf(length: number, random: Random): Buffer {
  const vocabulary = Array.from({ length: 20_000 }, () => wordOf(random));
  const out = Buffer.alloc(length);
  let local: readonly string[] = [];
  for (let at = 0, line = 0; at < length; line += 1) {
    if (line % 120 === 0) local = Array.from({ length: 60 }, () => pickOf(vocabulary, random));
    at +=
      at > PASSAGE_DISTANCE && random() < 0.12
        ? copyPassage(out, at, random)
        : out.write(lineOf(local, vocabulary, random), at);
  }
  return out;
}

const PASSAGE_DISTANCE = 24 * 1024;
const PASSAGE = 500;

const SHAPES = [
  '    W = W.W(W, W)\n',
  '        if W is not W:\n',
  '    def W(self, W: W) -> W:\n',
  '            return W[W]\n',
  '        # W W W the W of W\n',
  '    W: W = "W-W"\n',
  '        for W in W.W():\n',
  '\n',
  '            raise W(f"W {W} W: {W}")\n',
  '        self.W.W(W=W, W=D, W=None)\n',
];

function lineOf(local: readonly string[], vocabulary: readonly string[], random: Random): string {
  return pickOf(SHAPES, random)
    .replace(/W/g, () => pickOf(random() < 0.7 ? local : vocabulary, random))
    .replace(/D/g, () => String(Math.floor(random() * 100_000)));
}

function copyPassage(out: Buffer, at: number, random: Random): number {
  const start = at - Math.ceil(random() * PASSAGE_DISTANCE);
  return out.copy(out, at, start, Math.min(at, start + Math.ceil(random() * PASSAGE)));
}

const LETTERS = 'eeeeettttaaaooinnsshrrdlcumwfgypbvk_';

function wordOf(random: Random): string {
  const letters = Array.from(
    { length: 3 + Math.floor(random() * 9) },
    () => LETTERS[Math.floor(random() * LETTERS.length)],
  );
  return letters.join('');
}

function pickOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}
