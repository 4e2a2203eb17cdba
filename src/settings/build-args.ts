type BuildArgs = {
  readonly args: Readonly<Record<string, string>>;
  /** What is wrong, with line numbers from 1; values are never quoted, they may be secrets. */
  readonly problems: readonly string[];
};

/** Lines of `KEY=VALUE`. A value may hold `=` and spaces; blank lines are skipped; there are no comments. */
export function parseBuildArgs(text: string): BuildArgs {
  const lineOf = new Map<string, number>();
  const args: [string, string][] = [];
  const problems: string[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trimStart();
    const number = index + 1;
    if (line.trim() === '') continue;
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(equals, 0)).trimEnd();
    const earlier = lineOf.get(key);
    if (equals < 0) problems.push(`line ${number} has no "="`);
    else if (key === '') problems.push(`line ${number} has no key before "="`);
    else if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(key))
      problems.push(`line ${number} has a key that no ARG can have`);
    else if (earlier !== undefined) problems.push(`line ${number} repeats the key ${key} of line ${earlier}`);
    else {
      lineOf.set(key, number);
      args.push([key, line.slice(equals + 1)]);
    }
  }
  return { args: Object.fromEntries(args), problems };
}

/** Names of build arguments that usually hold secrets. */
const SECRET_NAME = /TOKEN|KEY|SECRET|PASS|AUTH|CRED/i;
/** Values of such a name that are not secrets; hiding these words would make a log unreadable. */
const SWITCH = /^(?:true|false|none|null|auto|optional|required|enabled|disabled|\d{1,5})$/i;

/** The values that are masked everywhere, also of lines with an invalid name. */
export function secretBuildArgs(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const equals = line.indexOf('=');
    const value = line.slice(equals + 1).trim();
    const isSecret = equals > 0 && SECRET_NAME.test(line.slice(0, equals)) && !SWITCH.test(value);
    return isSecret && value !== '' ? [value] : [];
  });
}
