/** Additional headers for a gateway, from an environment variable. */
type CustomHeaders = {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is wrong, with line numbers from 1; values are never quoted, they may be secrets. */
  readonly problems: readonly string[];
};

/** The token of RFC 9110, and the allowed values. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Headers that the request itself sets: another value would break it. */
const OF_THE_REQUEST =
  /^(?:host|accept|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive)$/;

/** Lines of `Name: value`, split at the first colon, both sides trimmed; blank lines are skipped. */
export function parseCustomHeaders(text: string): CustomHeaders {
  const headers: Record<string, string> = {};
  const problems: string[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (raw.trim() === '') continue;
    const number = index + 1;
    const colon = raw.indexOf(':');
    const name = raw.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = raw.slice(colon + 1).trim();
    if (colon < 0) problems.push(`line ${number} has no ":"`);
    else if (!NAME.test(name)) problems.push(`line ${number} has a name that no header can have`);
    else if (OF_THE_REQUEST.test(name))
      problems.push(`line ${number} names ${name}, which the request itself sets`);
    else if (!VALUE.test(value)) problems.push(`line ${number} has a value that no header can have`);
    else if (value !== '') headers[name] = value;
  }
  return { headers, problems };
}

/** Names of headers that usually hold credentials. */
const SECRET_NAME = /TOKEN|KEY|SECRET|PASS|AUTH|CRED|COOKIE|SESSION|SIGNATURE|JWT/i;
/** Values of such a name that are not secrets; hiding these words would make a log unreadable. */
const SWITCH = /^(?:true|false|none|null|auto|basic|bearer|\d{1,5})$/i;

/** The values that are masked everywhere; of `Bearer x` also `x` alone. Of faulty lines as well. */
export function secretHeaders(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    // A line without a colon may be a value that was pasted alone.
    if (colon < 0) return line.trim() === '' ? [] : [line.trim()];
    const value = line.slice(colon + 1).trim();
    if (value === '' || SWITCH.test(value) || !SECRET_NAME.test(line.slice(0, colon))) return [];
    const credentials = /^[A-Za-z]+ +(\S+)$/.exec(value)?.[1];
    return credentials === undefined ? [value] : [value, credentials];
  });
}
