import { afterAll } from '@jest/globals';

const undone: (() => unknown)[] = [];

afterAll(async () => {
  for (const undo of undone.splice(0).reverse()) await undo();
});

/** Has `undo` called after the last test of the file, last come first served. */
export function atEnd(undo: () => unknown): void {
  undone.push(undo);
}
