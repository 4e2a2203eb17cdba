/**
 * The same facts with every text masked. To be called before rendering: escaping would split a secret and leave its
 * parts readable.
 */
export function masked<T>(facts: T, maskText: (text: string) => string): T {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return maskText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]));
  };
  return walk(facts) as T;
}
