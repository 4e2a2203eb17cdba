/**
 * Which stretches of a block deflate cannot shrink: images, wheels, model weights.
 * Deflate is slower on them than on text and gains nothing, so they are stored (docs/context.md, section 3).
 * The answer depends on the bytes alone: it must be the same on every machine.
 */

/** A stretch of a block. */
export type Run = { readonly start: number; readonly end: number; readonly noise: boolean };

const SEGMENT = 4 * 1024;
/** A shorter stretch of noise is left to deflate, since a cut costs the text after it its past. */
const SHORTEST = 8 * 1024;
/** How far deflate looks back. */
const WINDOW = 32 * 1024;
/** Odd, so that arrays of numbers are sampled at each of their bytes in turn. */
const STRIDE = 7;
/** Two random bytes are equal once in 256; in text about ten times as often, in compressed data hardly more. */
const EQUAL_PAIRS_LIMIT = 1.25 / 256;
const NEEDLE = 8;

/** Cuts a block into stretches, in order and without gaps; an empty block has none. */
export function runsOf(block: Buffer): readonly Run[] {
  const runs: Run[] = [];
  for (const run of flatRuns(block)) {
    const noise = run.noise && run.end - run.start >= SHORTEST && !repeats(block, run);
    append(runs, { ...run, noise });
  }
  return runs;
}

/** Neighbouring segments of one kind as one stretch. */
function flatRuns(block: Buffer): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  let noise = false;
  for (let at = 0; at < block.length; at += SEGMENT) {
    const flat = isFlat(block, at, Math.min(at + SEGMENT, block.length));
    if (flat !== noise && at > start) {
      runs.push({ start, end: at, noise });
      start = at;
    }
    noise = flat;
  }
  if (block.length > start) runs.push({ start, end: block.length, noise });
  return runs;
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.noise === run.noise) runs[runs.length - 1] = { ...last, end: run.end };
  else runs.push(run);
}

const counts = new Uint16Array(256);

/** Whether all byte values are about equally frequent. Text shows within a third of the samples that it is not. */
function isFlat(block: Buffer, start: number, end: number): boolean {
  const samples = Math.ceil((end - start) / STRIDE);
  const limit = (EQUAL_PAIRS_LIMIT * samples * (samples - 1)) / 2;
  let equalPairs = 0;
  counts.fill(0);
  for (let at = start; at < end; at += STRIDE) {
    const byte = block[at] as number;
    const seen = counts[byte] as number;
    equalPairs += seen;
    if (equalPairs >= limit) return false;
    counts[byte] = seen + 1;
  }
  return equalPairs < limit;
}

/** Flat bytes can still be a repetition that deflate would find: some places are looked for in what follows them. */
function repeats(block: Buffer, run: Run): boolean {
  for (let at = run.start; at + 2 * NEEDLE <= run.end; at += WINDOW / 2) {
    const needle = block.subarray(at, at + NEEDLE);
    if (block.subarray(at + 1, Math.min(run.end, at + WINDOW)).includes(needle)) return true;
  }
  return false;
}
