/**
 * Finds the parts of a block that deflate cannot shrink: images, wheels, model weights. Deflate is slower on them
 * than on text and gains nothing, so they are stored (docs/context.md, section 3). The answer depends on the bytes
 * alone: it must be the same on every machine.
 */

/** A part of a block. */
type Stretch = { readonly start: number; readonly end: number };
type Run = Stretch & { readonly incompressible: boolean };

const SEGMENT = 4 * 1024;
/** The precision with which the ends of an incompressible part are found. */
const STEP = 512;
/** A shorter incompressible part is left to deflate, since a cut removes the history for the text after it. */
const SHORTEST = 8 * 1024;
/** How far deflate looks back. */
const WINDOW = 32 * 1024;
/** Odd, so that each byte of the numbers in an array is sampled. */
const STRIDE = 7;
/** Two random bytes are equal once in 256; in text about ten times as often, in compressed data hardly more. */
const EQUAL_PAIRS_LIMIT = 1.25 / 256;
const NEEDLE = 8;

/** Cuts a block into parts, in order and without gaps; an empty block has none. */
export function splitByCompressibility(block: Buffer): readonly Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const segments of flatSegments(block)) {
    const flat = widened(block, segments, done);
    if (flat.end - flat.start < SHORTEST || repeats(block, flat)) continue;
    if (flat.start > done) runs.push({ start: done, end: flat.start, incompressible: false });
    runs.push({ ...flat, incompressible: true });
    done = flat.end;
  }
  if (block.length > done) runs.push({ start: done, end: block.length, incompressible: false });
  return runs;
}

/** Joins neighbouring flat segments. */
function* flatSegments(block: Buffer): Generator<Stretch> {
  let start = -1;
  for (let at = 0; at < block.length; at += SEGMENT) {
    const flat = isFlat(block, at, Math.min(at + SEGMENT, block.length), STRIDE);
    if (flat && start < 0) start = at;
    if (flat || start < 0) continue;
    yield { start, end: at };
    start = -1;
  }
  if (start >= 0) yield { start, end: block.length };
}

/**
 * Extends a part into the neighbouring segments, as files seldom begin where a segment does, but not before `least`.
 */
function widened(block: Buffer, segments: Stretch, least: number): Stretch {
  let { start, end } = segments;
  const first = Math.max(least, start - SEGMENT);
  while (start - STEP >= first && isFlat(block, start - STEP, start, 1)) start -= STEP;
  const last = Math.min(block.length, end + SEGMENT);
  while (end + STEP <= last && isFlat(block, end, end + STEP, 1)) end += STEP;
  return { start, end };
}

const counts = new Uint16Array(256);

/** Whether all byte values are about equally frequent. For text a third of the samples is enough to decide. */
function isFlat(block: Buffer, start: number, end: number, stride: number): boolean {
  const samples = Math.ceil((end - start) / stride);
  const limit = (EQUAL_PAIRS_LIMIT * samples * (samples - 1)) / 2;
  let equalPairs = 0;
  counts.fill(0);
  for (let at = start; at < end; at += stride) {
    const byte = block[at] as number;
    const seen = counts[byte] as number;
    equalPairs += seen;
    if (equalPairs >= limit) return false;
    counts[byte] = seen + 1;
  }
  return equalPairs < limit;
}

/** Flat bytes can still repeat, which deflate would find: some samples are searched in the bytes after them. */
function repeats(block: Buffer, run: Stretch): boolean {
  for (let at = run.start; at + 2 * NEEDLE <= run.end; at += WINDOW / 2) {
    const needle = block.subarray(at, at + NEEDLE);
    if (block.subarray(at + 1, Math.min(run.end, at + WINDOW)).includes(needle)) return true;
  }
  return false;
}
