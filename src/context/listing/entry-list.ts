import type { Entry } from '../entry.ts';

/** Entries that follow each other in one folder. */
type Run = {
  /** With a `/` at its end; empty for the root. */
  readonly folder: string;
  /** Names, each ended by a NUL, which no name can contain; for some forms followed by the target or the source. */
  readonly texts: string;
  /** For each entry its content length and the index of its form, as one number. */
  readonly facts: readonly number[];
};

type Form = Pick<Entry, 'kind' | 'mode'> & {
  /** The text after the name. */
  readonly shows?: 'target' | 'source';
};

const FORMS: readonly Form[] = [
  { kind: 'file', mode: 0o644 },
  { kind: 'file', mode: 0o755 },
  { kind: 'folder', mode: 0o755 },
  { kind: 'link', mode: 0o777, shows: 'target' },
  { kind: 'file', mode: 0o644, shows: 'source' },
  { kind: 'file', mode: 0o755, shows: 'source' },
];

/**
 * Entries in the order in which they were added, with about fifty bytes of memory each: a million may be listed
 * before the first is packed, and would take half a gigabyte as objects. Each iteration creates new objects.
 */
export class EntryList implements Iterable<Entry> {
  /** Regular files, and the bytes of their contents. */
  files = 0;
  bytes = 0;
  readonly #prefix: string;
  readonly #runs: Run[] = [];
  #folder = '';
  #texts: string[] = [];
  #facts: number[] = [];

  /** @param root The context folder, absolute. */
  constructor(root: string) {
    this.#prefix = `${root}/`;
  }

  add(entry: Entry): void {
    const { path, kind, size } = entry;
    const start = path.lastIndexOf('/') + 1;
    if (start !== this.#folder.length || !path.startsWith(this.#folder)) this.#begin(path.slice(0, start));
    const form = formOf(entry);
    this.#texts.push(path.slice(start));
    const { shows } = FORMS[form] as Form;
    if (shows) this.#texts.push(entry[shows] ?? '');
    this.#facts.push(size * FORMS.length + form);
    if (kind === 'file') this.files += 1;
    this.bytes += size;
  }

  *[Symbol.iterator](): Generator<Entry, void> {
    for (const run of this.#runs) yield* this.#entriesOf(run);
    yield* this.#entriesOf(this.#run());
  }

  *#entriesOf({ folder, texts, facts }: Run): Generator<Entry, void> {
    const text = texts.split('\0').values();
    for (const fact of facts) {
      const form = fact % FORMS.length;
      const { kind, mode, shows } = FORMS[form] as Form;
      const size = (fact - form) / FORMS.length;
      const path = folder + text.next().value;
      const source = shows === 'source' ? (text.next().value as string) : this.#prefix + path;
      const entry = { path, kind, source, mode, size };
      if (shows === undefined) yield entry;
      else if (shows === 'source') yield { ...entry, isPlaced: true };
      else yield { ...entry, target: text.next().value as string };
    }
  }

  #begin(folder: string): void {
    if (this.#facts.length > 0) this.#runs.push(this.#run());
    this.#folder = folder;
    this.#texts = [];
    this.#facts = [];
  }

  /** Its texts as one string, and its facts as an array without spare capacity. */
  #run(): Run {
    return { folder: this.#folder, texts: this.#texts.join('\0'), facts: this.#facts.slice() };
  }
}

/** The index in FORMS. */
function formOf({ kind, mode, isPlaced }: Entry): number {
  if (kind === 'folder') return 2;
  if (kind === 'link') return 3;
  return (mode & 0o100 ? 1 : 0) + (isPlaced ? 4 : 0);
}
