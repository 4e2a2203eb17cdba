/** Reads a git configuration file as git does (git-config(1), Syntax), without includes. */

/** `section` and `key` in lower case, as their case does not count; `subsection` and `value` without quotes and escapes. */
export type GitSetting = {
  readonly section: string;
  readonly subsection: string;
  readonly key: string;
  readonly value: string;
};

const BLANK = /[ \t\n\f\v\r]*/y;
const COMMENT = /[#;][^\n]*/y;
const SECTION = /\[([A-Za-z0-9.-]+)(?:[ \t]+"((?:[^"\\\n]|\\[^\n])*)")?\]/y;
/** A backslash before a line end continues the value, also in quotes; in a comment it does not. */
const SETTING =
  /([A-Za-z][A-Za-z0-9-]*)[ \t]*(?:=((?:"(?:[^"\\\n]|\\[\s\S])*"|\\[\s\S]|[^"\\\n#;])*)(?:[#;][^\n]*)?)?(?=\n|$)/y;

/** @returns `undefined` if git could not read it either; takes linear time */
export function readGitConfig(text: string): readonly GitSetting[] | undefined {
  const rest = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const settings: GitSetting[] = [];
  let place = { section: '', subsection: '' };
  let at = 0;
  const take = (token: RegExp) => {
    token.lastIndex = at;
    const found = token.exec(rest);
    if (found) at = token.lastIndex;
    return found;
  };
  try {
    for (take(BLANK); at < rest.length; take(BLANK)) {
      if (take(COMMENT)) continue;
      const section = take(SECTION);
      if (section) {
        const [, name = '', subsection = ''] = section;
        place = { section: name.toLowerCase(), subsection: subsection.replaceAll(/\\(.)/g, '$1') };
        continue;
      }
      const setting = take(SETTING);
      if (!setting) return undefined;
      const [, key = '', value = ''] = setting;
      settings.push({ ...place, key: key.toLowerCase(), value: plain(value) });
    }
  } catch (thrown) {
    // A very long value may exceed the engine's stack.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
  return settings;
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', '\n': '' };

function plain(value: string): string {
  return value
    .replaceAll(/\\([\s\S])|"/g, (_, character?: string) => ESCAPED[character ?? ''] ?? character ?? '')
    .trim();
}
