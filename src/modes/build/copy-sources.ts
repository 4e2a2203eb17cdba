import { posix } from 'node:path';

/** How builders say that a file of the context is not there: BuildKit, the classic builder, buildah and kaniko. */
const NOT_THERE =
  /not found|no such file or directory|does not exist|no source files were specified|no items matching|excluded by/i;

/**
 * The paths that a failed COPY or ADD may not have found, relative to the context folder; those that the builder
 * names come first. Empty for any other instruction, for `--from`, and for other errors.
 * @param words the builder's message and what it printed
 */
export function copySources(instruction: string, words: string): readonly string[] {
  if (!NOT_THERE.test(words)) return [];
  const given = argumentsOf(instruction);
  if (given === undefined) return [];
  const sources = given
    .slice(0, -1)
    .filter((source) => !/^(?:<<|[a-z]+:\/\/|git@)/i.test(source))
    .flatMap(plainPath);
  const named = [...words.matchAll(/"(\/[^"\n]{1,1000})": (?:not found|no such file)/g)].flatMap(
    ([, path = '']) => plainPath(path),
  );
  const mentioned = sources.filter((source) => words.includes(source));
  // A path with a variable is only in the builder's words, where it is expanded.
  const isOurs = (path: string) => sources.some((source) => path.endsWith(source) || source.includes('$'));
  const all = [...named.filter(isOurs), ...mentioned, ...sources];
  return [...new Set(all)].filter((path) => !/[*?[\]$]/.test(path));
}

/** The words after the keyword and its flags; `undefined` where another stage is copied from. */
function argumentsOf(instruction: string): readonly string[] | undefined {
  const rest = /^(?:COPY|ADD)\s+(.*)$/is.exec(instruction.trim())?.[1];
  if (rest === undefined || /(?:^|\s)--from=/.test(rest)) return undefined;
  const bare = rest.replace(/^(?:--\S+\s+)+/, '');
  if (!bare.startsWith('[')) return bare.split(/\s+/);
  try {
    const words: unknown = JSON.parse(bare);
    return Array.isArray(words) ? words.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** Cleaned and relative to the root, as builders read it; nothing for the root itself. */
function plainPath(source: string): readonly string[] {
  const path = posix.normalize(`/${source}`).replace(/^\/|\/$/g, '');
  return path === '' ? [] : [path];
}
