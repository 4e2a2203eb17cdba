/** One instruction of a Dockerfile. */
export type Instruction = {
  /** The file's line on which it begins, from 1. */
  readonly line: number;
  /** In capitals. */
  readonly keyword: string;
  /** The whole instruction on one line: continuations joined, comments left out, white space single. */
  readonly text: string;
  /** Its stage, from 0; -1 before the first FROM. */
  readonly stage: number;
  /** The stage's name in lower case, where `AS` gives it one. */
  readonly stageName?: string;
};

const KEYWORD = /^\s*([A-Za-z]+)(?:\s|$)/;
const ESCAPE_DIRECTIVE = /^#\s*escape\s*=\s*([`\\])\s*$/i;
const DIRECTIVE = /^#\s*[a-z]+\s*=/i;
const COMMENT = /^\s*#/;
const HEREDOC = /<<(-?)(["']?)([A-Za-z0-9_.]+)\2/g;
const STAGE_NAME = /\sas\s+(\S+)\s*$/i;

/** The instructions of a Dockerfile, enough to find a line; nothing is validated. */
export function instructionsOf(dockerfile: string): readonly Instruction[] {
  const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
  const continuation = escapeOf(lines);
  const found: Instruction[] = [];
  let stage = -1;
  let stageName: string | undefined;
  for (let at = 0; at < lines.length; ) {
    const { text, next } = logicalLine(lines, at, continuation);
    const keyword = KEYWORD.exec(text)?.[1]?.toUpperCase();
    if (keyword === 'FROM') {
      stage++;
      stageName = STAGE_NAME.exec(text)?.[1]?.toLowerCase();
    }
    if (keyword) found.push({ line: at + 1, keyword, text, stage, ...(stageName && { stageName }) });
    at = keyword ? afterHeredocs(lines, next, keyword, text) : next;
  }
  return found;
}

/** Parser directives stand only at the top, before anything else. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const continuation = ESCAPE_DIRECTIVE.exec(line)?.[1];
    if (continuation) return continuation;
    if (!DIRECTIVE.test(line)) break;
  }
  return '\\';
}

/** The instruction that begins at a line, and the line after it; comments and empty lines inside do not end it. */
function logicalLine(
  lines: readonly string[],
  start: number,
  continuation: string,
): { readonly text: string; readonly next: number } {
  const parts: string[] = [];
  let at = start;
  for (let open = true; open && at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    if (at > start && (line === '' || COMMENT.test(line))) continue;
    open = line.endsWith(continuation) && !COMMENT.test(line);
    parts.push(open ? line.slice(0, -1) : line);
  }
  return { text: singleSpaced(parts.join(' ')), next: at };
}

/** Skips the here-documents that an instruction begins. */
function afterHeredocs(lines: readonly string[], next: number, keyword: string, text: string): number {
  if (keyword !== 'RUN' && keyword !== 'COPY' && keyword !== 'ADD') return next;
  let at = next;
  for (const [, dash, , word] of text.matchAll(HEREDOC)) {
    const end = lines.findIndex((line, index) => index >= at && (dash ? line.trimStart() : line) === word);
    // Without its end word it is not a here-document, e.g. a shift in shell arithmetic.
    if (end >= 0) at = end + 1;
  }
  return at;
}

export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
