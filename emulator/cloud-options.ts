/** The options of a cloud's server on the command line. */
type Rules<T extends object> = {
  readonly defaults: T;
  /** Options that have no default. */
  readonly more?: readonly (keyof T)[];
  /** The accepted values of options that have a closed list. */
  readonly choices?: { readonly [Name in keyof T]?: readonly T[Name][] };
};

/**
 * Reads a cloud's options from JSON.
 *
 * @throws {Error} with a sentence that names the option that is unknown, has another type or a value that is not
 * accepted
 */
export function readCloudOptions<T extends object>(
  flag: string,
  value: unknown,
  { defaults, more = [], choices = {} }: Rules<T>,
): Partial<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${flag}: expected a JSON object`);
  const known = [...Object.keys(defaults), ...more.map(String)];
  for (const [name, given] of Object.entries(value)) {
    if (!known.includes(name)) throw new Error(`${flag}: no option ${name}; there are ${known.join(', ')}`);
    const words = choices[name as keyof T];
    if (words && !words.includes(given)) throw new Error(`${flag}: ${name} is one of ${words.join(', ')}`);
    const usual = defaults[name as keyof T];
    if (usual !== undefined && kindOf(given) !== kindOf(usual))
      throw new Error(`${flag}: ${name} has to be ${kindOf(usual)}, like ${JSON.stringify(usual)}`);
  }
  return value as Partial<T>;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
