/** Reading JSON from outside, where any member may be missing, null or of another type. */

export type Json = Readonly<Record<string, unknown>>;

/** The member as an object, `{}` if it is not one. */
export function objectIn(of: Json, key: string): Json {
  return asObject(of[key]);
}

export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as text; an empty string counts as absent. */
export function textIn(of: Json, key: string): string | undefined {
  const value = of[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The member as a positive whole number. */
export function countIn(of: Json, key: string): number | undefined {
  const value = of[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
