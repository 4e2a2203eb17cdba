/**
 * The same object without undefined members, for JSON and spreads. The type parameter must be given: inferred from
 * the members, all of them would count as known.
 */
export function omitUndefined<T extends object = never>(
  members: NoInfer<{ readonly [K in keyof T]: T[K] | undefined }>,
): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
