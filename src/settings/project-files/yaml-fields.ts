import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Faults } from '../faults.ts';
import type { Declared, Source } from './project-file.ts';

type Path = readonly (string | number)[];

/** Checked access to the fields of a YAML file; what is wrong becomes a fault with file, line and field. */
export type Fields = {
  readonly text: (path: Path, required: 'required' | 'optional') => Declared | undefined;
  readonly texts: (path: Path) => readonly Declared[] | undefined;
  /** This key's texts in the mappings of a list; anything else is skipped. */
  readonly each: (path: Path, key: string) => readonly Declared[];
  /** The keys of a mapping that are text; none where it is absent or not a mapping. */
  readonly keys: (path: Path) => readonly string[];
  readonly has: (path: Path) => boolean;
  readonly line: (path: Path) => number | undefined;
};

/** @returns `undefined` where the text is not one YAML mapping; the fault names the line. */
export function openYaml(source: Source, faults: Faults): Fields | undefined {
  const lines = new LineCounter();
  const document = parse(source, lines);
  const error = document === undefined ? { message: 'it is nested too deeply', at: 0 } : firstError(document);
  if (document === undefined || error !== undefined) {
    const { line } = lines.linePos(error?.at ?? 0);
    addFault(source, faults, '', `is not YAML: ${error?.message}`, line);
    return undefined;
  }
  if (!isMap(document.contents)) {
    addFault(source, faults, '', 'does not hold a mapping', 1);
    return undefined;
  }
  return fieldsOf(document, lines, source, faults);
}

/** Undefined where the text nests more deeply than the parser's stack. */
function parse(source: Source, lineCounter: LineCounter): Document | undefined {
  try {
    // The library's own search for equal keys takes quadratic time: `firstEqualKey` is linear.
    return parseDocument(source.text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

type YamlError = { readonly message: string; readonly at: number };

function firstError(document: Document): YamlError | undefined {
  const [error] = document.errors;
  if (error === undefined) return firstEqualKey(document);
  // The library's words are for its own users.
  const message = error.code === 'MULTIPLE_DOCS' ? 'it has more than one document' : error.message;
  return { message, at: error.pos[0] };
}

function firstEqualKey(document: Document): YamlError | undefined {
  let found: YamlError | undefined;
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          found = { message: 'Map keys must be unique', at: key.range?.[0] ?? 0 };
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

function fieldsOf(document: Document, lines: LineCounter, source: Source, faults: Faults): Fields {
  const nodeAt = nodeFinder(document);
  const lineOf = (node: Node | undefined) => (node?.range ? lines.linePos(node.range[0]).line : undefined);
  /** The line of the deepest part that exists, for a missing field. */
  const line = (path: Path): number | undefined =>
    path.length === 0 ? 1 : (lineOf(nodeAt(path)) ?? line(path.slice(0, -1)));
  const declared = (node: Node | undefined, path: Path): Declared | undefined => {
    if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) {
      // A tag such as 1.10 must stay text, although YAML reads it as a number.
      const field = path.filter((key) => typeof key === 'string').join('.');
      return { text: node.source ?? String(node.value), line: lineOf(node) ?? 1, field };
    }
    addFault(source, faults, path.join('.'), 'is not text', line(path));
    return undefined;
  };
  return {
    line,
    has: (path) => !isEmpty(nodeAt(path)),
    each(path, key) {
      const list = nodeAt(path);
      if (!isSeq(list)) return [];
      return list.items.flatMap((_, index) => {
        const node = nodeAt([...path, index, key]);
        return isScalar(node) && typeof node.value === 'string' && node.value !== ''
          ? [{ text: node.value, line: lineOf(node) ?? 1 }]
          : [];
      });
    },
    keys(path) {
      const node = nodeAt(path);
      if (!isMap(node)) return [];
      return node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
    },
    text(path, required) {
      const node = nodeAt(path);
      if (!isEmpty(node)) return declared(node, path);
      if (required === 'required') addFault(source, faults, path.join('.'), 'is missing', line(path));
      return undefined;
    },
    texts(path) {
      const node = nodeAt(path);
      if (isEmpty(node)) return undefined;
      if (isSeq(node))
        return node.items.flatMap((_, index) => declared(nodeAt([...path, index]), [...path, index]) ?? []);
      addFault(source, faults, path.join('.'), 'is not a list', line(path));
      return undefined;
    },
  };
}

/** Aliases are followed, also on the way: `include_paths: *shared`. */
function nodeFinder(document: Document): (path: Path) => Node | undefined {
  const targets = aliasTargets(document);
  const followed = (node: unknown) => (isAlias(node) ? targets.get(node) : node);
  return (path) => {
    let node = followed(document.contents);
    for (const key of path) node = followed(isCollection(node) ? node.get(key, true) : undefined);
    return node as Node | undefined;
  };
}

/**
 * The target of each alias: the last node before it with that anchor. The library's own search walks the document for
 * each one.
 */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias(_, alias) {
      const target = anchored.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

function isEmpty(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && (node.value === null || node.value === ''));
}

/** A fault of a project file: file, line, field. */
export function addFault(
  source: Source,
  faults: Faults,
  field: string,
  problem: string,
  line?: number,
): void {
  const where = [source.name, line].filter((part) => part !== undefined).join(':');
  faults.add({
    where,
    problem: field === '' ? problem : `${field} ${problem}`,
    place: { file: source.name, ...(line === undefined ? {} : { line }) },
  });
}
