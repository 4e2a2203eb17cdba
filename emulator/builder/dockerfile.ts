/** One instruction with its lines (from 1) and its stage (from 0). */
export type Instruction = {
  readonly word: string;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly stage: number;
};

/** Enough of the Dockerfile's grammar to play it: continuations, comments, here-documents, stages. */
export function readDockerfile(source: string): readonly Instruction[] {
  const lines = source.split(/\r?\n/);
  const instructions: Instruction[] = [];
  let stage = -1;
  for (let at = 0; at < lines.length; at += 1) {
    const first = (lines[at] ?? '').trim();
    if (first === '' || first.startsWith('#')) continue;
    const line = at + 1;
    let text = first;
    while (text.endsWith('\\') && at + 1 < lines.length) {
      at += 1;
      const next = (lines[at] ?? '').trim();
      if (next !== '' && !next.startsWith('#')) text = `${text.slice(0, -1)}${next}`;
    }
    const end = /<<-?["']?(\w+)["']?/.exec(text)?.[1];
    while (end !== undefined && at + 1 < lines.length && (lines[at] ?? '').trim() !== end) at += 1;
    const word = (text.split(/\s/, 1)[0] ?? '').toUpperCase();
    if (word === 'FROM') stage += 1;
    instructions.push({ word, text: text.replace(/\s+/g, ' '), line, lastLine: at + 1, stage });
  }
  return instructions;
}

/** The images that have to be pulled from a registry: not `scratch`, not an earlier stage; arguments filled in. */
export function baseImages(
  instructions: readonly Instruction[],
  buildArgs: Readonly<Record<string, string>>,
): readonly string[] {
  const values: Record<string, string> = {};
  const stages = new Set<string>(['scratch']);
  const images = new Set<string>();
  for (const { word, text, stage } of instructions) {
    if (word === 'ARG' && stage < 0) {
      const [name = '', value = ''] = splitAt(text.slice(4).trim(), '=');
      values[name] = buildArgs[name] ?? value.replace(/^["']|["']$/g, '');
    }
    if (word !== 'FROM') continue;
    const words = text
      .split(' ')
      .slice(1)
      .filter((part) => !part.startsWith('--'));
    const image = fill(words[0] ?? '', values);
    if (!stages.has(image)) images.add(image);
    if (words[1]?.toLowerCase() === 'as' && words[2]) stages.add(words[2]);
  }
  return [...images];
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (_all, braced, fallback, bare) => {
    return values[braced ?? bare] || fallback || '';
  });
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
