import { dotsForBreaks } from './commands.ts';
import { escapeControls } from './escape-controls.ts';

type Command = (name: string, data: string, properties?: Readonly<Record<string, string>>) => void;

export type Groups = {
  /** Prints the line outside of groups: at once if none is open, else when the open one is closed. */
  readonly afterGroup: (text: string) => void;
  /** Opens a foldable group; one that is open is closed first, because groups do not nest. */
  readonly group: (title: string) => void;
  /** Closes the open group, if any. */
  readonly endGroup: () => void;
  /**
   * Lets the runner keep a value for post. Some hosts print the line, so it is put into a group: the open one or the
   * next one; with `at-once` into a group of its own if none is open. Of waiting values only the last one of a name
   * is printed.
   */
  readonly saveState: (name: string, value: string, when: 'at-once' | 'in-next-group') => void;
};

/**
 * The foldable groups of a log, and the lines that belong inside or outside of them.
 * @param print a line without its end
 */
export function openGroups(command: Command, print: (text: string) => void): Groups {
  const after: string[] = [];
  const waiting = new Map<string, string>();
  let isOpen = false;
  const endGroup = () => {
    if (isOpen) command('endgroup', '');
    isOpen = false;
    for (const text of after.splice(0)) print(text);
  };
  const group = (title: string) => {
    endGroup();
    command('group', escapeControls(dotsForBreaks(title)));
    isOpen = true;
    for (const [name, value] of waiting) command('save-state', value, { name });
    waiting.clear();
  };
  return {
    afterGroup: (text) => {
      if (isOpen) after.push(text);
      else print(text);
    },
    endGroup,
    group,
    saveState(name, value, when) {
      waiting.delete(name);
      if (isOpen) return command('save-state', value, { name });
      waiting.set(name, value);
      if (when === 'in-next-group') return;
      group('State for the post step');
      endGroup();
    },
  };
}
