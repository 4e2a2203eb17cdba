/**
 * The same object without the members that are undefined: what is unknown is absent, never `undefined` in a JSON or a
 * spread. The type is never guessed from the members, which would take all of them for known.
 */
export function omitUndefined<T extends object = never>(
  members: NoInfer<{ readonly [K in keyof T]: T[K] | undefined }>,
): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
