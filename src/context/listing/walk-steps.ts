/** Going through folders in folders without a stack of calls. */
import type { Entry } from '../entry.ts';

/** The entries of one folder, with the folders that follow among them. */
export type Steps = Iterator<Entry | Opened, void>;

/** A folder that was met, whose entries follow once all names were met that come before `name/`. */
export type Opened = {
  readonly name: string;
  /** The folder's own steps; where some were made, those of the folders that they led to come after them. */
  readonly below: readonly Steps[];
};

/** One step of the deepest folder, however deep it is: a generator in a generator would take a step of each. */
export function nextOn(way: Steps[]): Entry | undefined {
  for (let deepest = way.at(-1); deepest; deepest = way.at(-1)) {
    const { value: next } = deepest.next();
    if (next === undefined) way.pop();
    else if ('below' in next) way.push(...next.below);
    else return next;
  }
  return undefined;
}
