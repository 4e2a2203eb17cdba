import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Console } from '../../../src/host/console/console.ts';
import { createPrinter } from '../../../src/modes/agents/printer.ts';

/** A console that writes lines of a build log a turn later, as a slow reader has it. */
function printing() {
  const said: string[] = [];
  const console = {
    info: (text: string) => void said.push(text),
    group: (title: string) => void said.push(`> ${title}`),
    endGroup: () => void said.push('<'),
    buildLines: async (lines: readonly string[]) => {
      await turn();
      said.push(...lines);
    },
  } as unknown as Console;
  return { said, printer: createPrinter(console) };
}

test('what is said at once is written at once', () => {
  const { said, printer } = printing();
  printer.line('one');
  printer.annotate(() => void said.push('two'));
  expect(said).toEqual(['one', 'two']);
});

test('nothing gets into a group, and all comes in the order in which it was said', async () => {
  const { said, printer } = printing();
  printer.group('first', async (print) => {
    await print(['a']);
    await print(['b']);
  });
  printer.line('between');
  printer.annotate(() => void said.push('said'));
  printer.group('second', (print) => print(['c']));
  printer.line('last');
  await printer.done();
  expect(said).toEqual(['> first', 'a', 'b', '<', 'between', 'said', '> second', 'c', '<', 'last']);
});

test('a group whose log fails is closed', async () => {
  const { said, printer } = printing();
  printer.group('broken', () => Promise.reject(new Error('no log')));
  printer.line('next');
  await printer.done();
  expect(said).toEqual(['> broken', '<', 'next']);
});
