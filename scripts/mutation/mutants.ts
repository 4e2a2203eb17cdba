import { createHash } from 'node:crypto';
import { type Mutation, mutationsOf } from './operators.ts';
import { type Ancestors, hasCode, type Node, programOf, sentAsText, walk } from './syntax.ts';

/** One fault at one place of one file. */
export type Mutant = {
  /** By file, operator and text of the place: it stays while these stay, wherever else the file changes. */
  readonly id: string;
  /** From the repository's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  readonly original: string;
  readonly mutated: string;
  /** 0 for the first choice of its file; others stand in for it where nothing could tell it from the original. */
  readonly rank: number;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** Whether a statement is left out, not an expression replaced. */
  readonly isStatement: boolean;
};

export type FileMutants = {
  readonly mutants: readonly Mutant[];
  /** Why there is none: types and re-exports alone, or code without a place for a fault. */
  readonly exempt?: 'no code' | 'no place';
};

type Placed = Mutation & { readonly id: string };

/**
 * The mutants of a file, first choice first.
 * @param file its path, part of each id
 * @param most how many at most; no two overlap
 */
export function mutantsOf(file: string, source: string, most: number): FileMutants {
  const program = programOf(source);
  if (!hasCode(program)) return { mutants: [], exempt: 'no code' };
  const chosen: Placed[] = [];
  for (const candidate of candidatesOf(file, source, program)) {
    if (chosen.length === most) break;
    if (chosen.some(({ node }) => overlap(node, candidate.node))) continue;
    chosen.push(candidate);
  }
  if (chosen.length === 0) return { mutants: [], exempt: 'no place' };
  return { mutants: chosen.map((placed, rank) => mutantOf(file, source, placed, rank)) };
}

/** All that could be done to a file, each on its own, those that are chosen first at the front. */
export function candidatesIn(file: string, source: string): Mutant[] {
  const placed = candidatesOf(file, source, programOf(source));
  return placed.map((candidate, rank) => mutantOf(file, source, candidate, rank));
}

function candidatesOf(file: string, source: string, program: Node): Placed[] {
  const text = ({ start, end }: Node) => source.slice(start, end);
  const textual = sentAsText(program);
  const found: Placed[] = [];
  const seen = new Map<string, number>();
  walk(program, (node, ancestors) => {
    if (isElsewhere([...ancestors, node], textual)) return;
    for (const mutation of mutationsOf(node, ancestors, text)) {
      const key = `${file}\n${mutation.operator}\n${text(mutation.node).replaceAll(/\s+/g, ' ')}`;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      found.push({
        ...mutation,
        id: createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 12),
      });
    }
  });
  return found.sort((one, other) => one.weight - other.weight || (one.id < other.id ? -1 : 1));
}

function isElsewhere(path: Ancestors, textual: ReadonlySet<string>): boolean {
  return path.some(
    ({ type, id }) => type === 'FunctionDeclaration' && textual.has(String((id as Node)?.name)),
  );
}

function overlap(one: Node, other: Node): boolean {
  return one.start < other.end && other.start < one.end;
}

function mutantOf(file: string, source: string, placed: Placed, rank: number): Mutant {
  const { id, operator, node, text } = placed;
  return {
    id,
    file,
    line: source.slice(0, node.start).split('\n').length,
    operator,
    original: source.slice(node.start, node.end),
    mutated: text ?? '',
    rank,
    start: node.start,
    end: node.end,
    isStatement: text === undefined,
  };
}
