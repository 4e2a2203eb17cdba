import { afterAll } from '@jest/globals';

const undone: (() => unknown)[] = [];

afterAll(async () => {
  for (const undo of undone.splice(0).reverse()) await undo();
});

/** Calls `undo` after the last test of the file; the last one added is called first. */
export function atEnd(undo: () => unknown): void {
  undone.push(undo);
}
