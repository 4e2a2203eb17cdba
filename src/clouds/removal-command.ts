/** Ids that need no quoting in a shell. */
const PLAIN = /^[\w.@-]+$/;

/**
 * One shell command that deletes these by the cloud's own API. Ids come from outside: one that a shell could read as
 * more than a word is left out.
 * @param headers as curl takes them; the key is a variable of the reader's own
 */
export function removalCommand(
  ids: readonly string[],
  {
    baseUrl,
    path,
    headers,
  }: { readonly baseUrl: string; readonly path: string; readonly headers: readonly string[] },
): string {
  const urls = ids.filter((id) => PLAIN.test(id)).map((id) => `'${baseUrl}${path}/${id}'`);
  return ['curl --fail -X DELETE', ...headers.map((header) => `-H "${header}"`), ...urls].join(' ');
}
