/** Walks nested folders without recursion. */
import type { Entry } from '../entry.ts';

/** The entries of one folder, with its subfolders at their places. */
export type Steps = Iterator<Entry | Opened, void>;

/** A subfolder whose entries come after all names that sort before `name/`. */
export type Opened = {
  readonly name: string;
  /** The folder's own steps; if some were already taken, followed by the steps of the subfolders they reached. */
  readonly below: readonly Steps[];
};

/** One step of the deepest folder: nested generators would take one step for each level. */
export function nextOn(way: Steps[]): Entry | undefined {
  for (let deepest = way.at(-1); deepest; deepest = way.at(-1)) {
    const { value: next } = deepest.next();
    if (next === undefined) way.pop();
    else if ('below' in next) way.push(...next.below);
    else return next;
  }
  return undefined;
}
