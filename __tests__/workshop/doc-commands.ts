import { readFileSync } from 'node:fs';
import { DOCUMENTS } from '../../scripts/shown-workflows.ts';

/** A command that a document shows, and where: `file:line`. */
export type Command = { readonly text: string; readonly where: string };

/** Inline code is a command where it begins with a program and has more than that word. */
const PROGRAM =
  /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|git|gh|go|pip|python3|docker|act|curl|apt-get|sudo) \S|^\.ci\//;

/**
 * Every command of the documents, each once: the lines of `sh` blocks, parted at `&&`, and inline code. A `bash` block is
 * a whole script, which use-pages.test.ts runs.
 */
export function documentedCommands(): readonly Command[] {
  const found = new Map<string, Command>();
  for (const file of DOCUMENTS) {
    for (const command of commandsOf(readFileSync(file, 'utf8'), file)) {
      if (!found.has(command.text)) found.set(command.text, command);
    }
  }
  return [...found.values()];
}

export function commandsOf(document: string, file: string): readonly Command[] {
  const commands: Command[] = [];
  let fence: string | undefined;
  document.split('\n').forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    const [, opened] = /^ *```(\w*)/.exec(line) ?? [];
    if (opened !== undefined) fence = fence === undefined ? opened : undefined;
    else if (fence !== undefined) {
      if (/^(?:sh|shell|console)$/.test(fence)) {
        const parts = line
          .replace(/(?:^|\s+)#.*$/, '')
          .replace(/^\$ /, '')
          .split(' && ');
        commands.push(
          ...parts.map((text) => ({ text: text.trim(), where })).filter(({ text }) => text !== ''),
        );
      }
    } else {
      for (const [, text = ''] of line.matchAll(/`([^`]+)`/g)) {
        if (PROGRAM.test(text)) commands.push({ text, where });
      }
    }
  });
  return commands;
}
