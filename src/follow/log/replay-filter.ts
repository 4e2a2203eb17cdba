/** Lines whose hash is kept, at four bytes each; beyond them a replay is skipped by count alone. */
const HASHED_MAX = 4 * 1024 * 1024;
/** Up to so many equal lines at the start may be chance: a log may repeat its first lines. */
const MIN_OVERLAP = 3;

const { imul } = Math;

/** Compares lines without keeping them: FNV-1a over the UTF-16 units. */
export function hashOf(line: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index++) {
    hash = imul(hash ^ line.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Remembers which lines of a log were delivered. After a lost connection a server may send the log from its start
 * (most likely: sgp.openapi.yaml, `streamBuildLogs`) or continue where it stopped; in both cases each line is
 * delivered once.
 */
export class ReplayFilter {
  #hashes = new Uint32Array(1024);
  /** Lines that the server would send again. */
  #known = 0;
  /** How many lines were replayed; equal to `#known` when there is no replay. */
  #cursor = 0;
  #matched: string[] = [];
  #unclosed: readonly string[] = [];
  /** Lines. */
  count = 0;
  /** No line is known to be missing, doubled or changed. */
  intact = true;

  /** Whether the server is sending lines that were delivered before. */
  get replaying(): boolean {
    return this.#cursor < this.#known;
  }

  /** A new connection: the server may begin again. */
  restart(): void {
    this.#cursor = 0;
    this.#matched = [];
  }

  /** Lines that may be incomplete: delivered by `rest`, or when the server continues without them. */
  keep(lines: readonly string[]): void {
    this.#unclosed = lines;
  }

  /** The lines that were kept and that no replay has sent since. */
  rest(): readonly string[] {
    const lines = this.#unclosed;
    this.#unclosed = [];
    return this.#record(lines);
  }

  /** @returns those of `lines` that are new, in order, and a notice if there is one */
  admit(lines: readonly string[]): { readonly fresh: readonly string[]; readonly notice?: string } {
    if (!this.replaying) return { fresh: this.#admitNew(lines) };
    for (const [index, line] of lines.entries()) {
      if (!this.replaying) return { fresh: this.#admitNew(lines.slice(index)) };
      if (!this.#matches(line)) return this.#diverge(lines.slice(index));
      if (this.#matched.length < MIN_OVERLAP) this.#matched.push(line);
      this.#cursor++;
    }
    return { fresh: [] };
  }

  #admitNew(lines: readonly string[]): readonly string[] {
    if (lines.length > 0) this.#unclosed = [];
    return this.#record(lines);
  }

  #matches(line: string): boolean {
    return this.#cursor >= HASHED_MAX || this.#hashes[this.#cursor] === hashOf(line);
  }

  #diverge(lines: readonly string[]): { readonly fresh: readonly string[]; readonly notice: string } {
    this.intact = false;
    if (this.#cursor < MIN_OVERLAP) {
      this.#cursor = this.#known;
      const fresh = [...this.#unclosed, ...this.#matched, ...lines];
      this.#unclosed = [];
      const notice =
        'The log went on from another place after its connection was lost: lines sent in between may be missing.';
      return { fresh: this.#record(fresh), notice };
    }
    const notice = `The log began again after its connection was lost and differs from line ${this.#cursor + 1} on: what follows is the log as it is now.`;
    this.#known = this.#cursor;
    this.#unclosed = [];
    return { fresh: this.#record(lines), notice };
  }

  #record(lines: readonly string[]): readonly string[] {
    for (const line of lines) {
      if (this.#known < HASHED_MAX) {
        if (this.#known === this.#hashes.length) this.#grow();
        this.#hashes[this.#known] = hashOf(line);
      }
      this.#known++;
    }
    this.#cursor = this.#known;
    this.count += lines.length;
    return lines;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#hashes.length * 2);
    larger.set(this.#hashes);
    this.#hashes = larger;
  }
}
