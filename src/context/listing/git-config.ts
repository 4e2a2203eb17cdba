/** The format of git's own files (git-config(1), Syntax), as far as one value a line is concerned. */

/**
 * The values of a key, whatever their section; quotes around a value are taken off. In time that grows with the text:
 * it may be somebody else's.
 */
export function configValues(text: string, key: string): string[] {
  return text.split('\n').flatMap((line) => {
    const cut = line.indexOf('=');
    if (cut < 0 || line.slice(0, cut).trim().toLowerCase() !== key) return [];
    const value = line.slice(cut + 1).trim();
    const bare =
      value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
    return bare === '' ? [] : [bare];
  });
}
