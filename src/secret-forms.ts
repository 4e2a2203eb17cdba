/** Characters. A shorter text is no secret, and hiding it would blot out half of every log and drop job outputs. */
export const SHORTEST_SECRET = 4;

/**
 * A secret in the spellings in which servers repeat it: plain, in a URL, in JSON, in base64 without its padding.
 * Runners before Gitea 3.0 hide the first alone (docs/platform.md, "Commands and log").
 * @returns nothing for what is too short to be one
 */
export function secretForms(secret: string): readonly string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const bytes = Buffer.from(secret);
  return [
    secret,
    // By way of its bytes: half a surrogate pair has no form in a URL, and would throw.
    encodeURIComponent(bytes.toString()),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64').replace(/=+$/, ''),
  ];
}
