import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** YAML for readers to copy, and its place: a file, or a document and the line where it begins. */
export type Shown = { readonly where: string; readonly text: string };

/** README.md, the other documents at the root and all of docs/, sorted. */
export const DOCUMENTS: readonly string[] = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md']).sort();

/** Every fenced block of that language in the documents. */
export function blocks(language: string): readonly Shown[] {
  return DOCUMENTS.flatMap((file) => {
    const document = readFileSync(file, 'utf8');
    const fenced = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms');
    return [...document.matchAll(fenced)].map((found) => ({
      where: `${file}:${document.slice(0, found.index).split('\n').length + 1}`,
      text: found[1] ?? '',
    }));
  });
}

/** The workflows in examples/. */
export function examples(): readonly Shown[] {
  const files = globSync('examples/workflows/*/*.yml').sort();
  return files.map((where) => ({ where, text: readFileSync(where, 'utf8') }));
}

/** The examples, and the snippets that are complete workflows. */
export function shownWorkflows(): readonly Shown[] {
  const whole = blocks('yaml').filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text));
  return [...examples(), ...whole];
}
