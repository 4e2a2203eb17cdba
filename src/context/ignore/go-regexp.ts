/**
 * Go's regular expressions for ignore patterns, by re2js, a port of Go's own package with its syntax, its errors and
 * linear time. Loaded if a pattern needs it (pattern.ts).
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some characters of the
 * pattern active in it (docs/context.md, rule 20). They then have Go's meaning: https://pkg.go.dev/regexp/syntax.
 */
import { readUnicodeClasses } from './unicode-classes.ts';

/**
 * The text of a Go expression → whether it is found in a text.
 *
 * @throws SyntaxError in Go's words if Go would refuse the expression
 */
export type GoRegexp = (source: string) => (text: string) => boolean;

export async function loadGoRegexp(): Promise<GoRegexp> {
  const { RE2JS } = await import(/* webpackChunkName: "re2js" */ 're2js');
  const compile = (source: string) => {
    try {
      return RE2JS.compile(source);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new SyntaxError(reason.replace(/^error parsing regexp: /, ''), { cause });
    }
  };
  return (source) => {
    const expression = compile(readUnicodeClasses(source, compile));
    return (text) => expression.test(text);
  };
}
