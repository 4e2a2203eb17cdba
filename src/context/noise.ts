/**
 * Which stretches of a block deflate cannot shrink: images, wheels, model weights.
 * Deflate is slower on them than on text and gains nothing, so they are stored (docs/context.md, section 3).
 * The answer depends on the bytes alone: it must be the same on every machine.
 */

/** A stretch of a block. */
export type Run = { readonly start: number; readonly end: number; readonly noise: boolean };

const SEGMENT = 16 * 1024;
/** Deflate looks back this far; a shorter stretch of noise is left to it, as a cut would cost the text after it its past. */
const WINDOW = 32 * 1024;
/** Odd, so that arrays of numbers are sampled at each of their bytes in turn. */
const STRIDE = 31;
/** Two random bytes are equal once in 256; in text about fifteen times as often, in compressed data hardly more. */
const EQUAL_PAIRS_LIMIT = 1.25 / 256;
const NEEDLE = 8;

/** Cuts a block into stretches, in order and without gaps; an empty block has none. */
export function runsOf(block: Buffer): readonly Run[] {
  const runs: Run[] = [];
  for (const run of joined(block)) {
    const last = runs.at(-1);
    const noise = run.noise && run.end - run.start >= WINDOW;
    if (last?.noise === noise) runs[runs.length - 1] = { start: last.start, end: run.end, noise };
    else runs.push({ ...run, noise });
  }
  return runs;
}

/** Neighbouring segments of one kind as one stretch. */
function joined(block: Buffer): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < block.length; start += SEGMENT) {
    const end = Math.min(start + SEGMENT, block.length);
    const noise = isFlat(block, start, end) && !repeats(block, start);
    const last = runs.at(-1);
    if (last?.noise === noise) runs[runs.length - 1] = { start: last.start, end, noise };
    else runs.push({ start, end, noise });
  }
  return runs;
}

const counts = new Uint32Array(256);

/** Whether all byte values are about equally frequent. */
function isFlat(block: Buffer, start: number, end: number): boolean {
  counts.fill(0);
  let samples = 0;
  let equalPairs = 0;
  for (let at = start; at < end; at += STRIDE) {
    const byte = block[at] as number;
    const seen = counts[byte] as number;
    equalPairs += seen;
    counts[byte] = seen + 1;
    samples += 1;
  }
  return 2 * equalPairs < EQUAL_PAIRS_LIMIT * samples * (samples - 1);
}

/** Flat bytes can still be a repetition that deflate would find. */
function repeats(block: Buffer, at: number): boolean {
  if (at + 2 * NEEDLE > block.length) return false;
  const needle = block.subarray(at, at + NEEDLE);
  return block.subarray(at + 1, at + WINDOW).indexOf(needle) !== -1;
}
