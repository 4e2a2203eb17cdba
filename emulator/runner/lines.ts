import { StringDecoder } from 'node:string_decoder';

/**
 * Splits a process's output into lines as a runner does. `github` ends a line at LF, CRLF or a single CR, as .NET's
 * reader does; `column-0` only at LF.
 */
export type LineSplitter = {
  readonly push: (chunk: Buffer) => string[];
  /** The text after the last line end. */
  readonly end: () => string[];
};

export function splitLines(grammar: 'github' | 'column-0'): LineSplitter {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string): string[] => {
    rest += text;
    // A CR at the very end may be the first half of CRLF.
    const parts = grammar === 'github' ? rest.split(/\r\n|\n|\r(?!$)/) : rest.split('\n');
    rest = parts.pop() ?? '';
    return parts;
  };
  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      const lines = take(decoder.end());
      const last = grammar === 'github' ? rest.replace(/\r$/, '') : rest;
      rest = '';
      return last === '' ? lines : [...lines, last];
    },
  };
}
