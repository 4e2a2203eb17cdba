import { expect, test } from '@jest/globals';
import type { Console } from '../../../src/host/console/console.ts';
import type { Trigger } from '../../../src/host/event/event.ts';
import { createPrinter } from '../../../src/modes/agents/printer.ts';
import { createProgress } from '../../../src/modes/agents/progress.ts';
import { failure, member } from './members.ts';

/** A console that keeps what is said to it; foreign lines wait until they are let go. */
function keepingConsole() {
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const console = {
    info: (text: string) => void said.push(text),
    group: (title: string) => void said.push(`[${title}`),
    endGroup: () => void said.push(']'),
    buildLines: (lines: readonly string[]) => {
      said.push(...lines);
      return new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
  return { said, console: console as unknown as Console, letGo: () => waiting.shift()?.() };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('nobody speaks within a group, and nothing that was said meanwhile is lost', async () => {
  const { said, console, letGo } = keepingConsole();
  const printer = createPrinter(console);
  printer.line('before');
  printer.group('log of a1', (print) => print(['one', 'two']));
  printer.line('while it is written');
  printer.group('log of a2', (print) => print(['three']));
  await soon();
  expect(said).toEqual(['before', '[log of a1', 'one', 'two']);
  letGo();
  await soon();
  letGo();
  await printer.done();
  expect(said.slice(4)).toEqual([']', 'while it is written', '[log of a2', 'three', ']']);
  printer.line('after');
  expect(said.at(-1)).toBe('after');
});

test('one line a change of state, and one that counts', async () => {
  const { said, console } = keepingConsole();
  const progress = createProgress(createPrinter(console), { closed: false } as Trigger, 6);
  const [first, second, third, fourth] = [
    member(0, { outcome: 'succeeded' }),
    member(1, failure('no Dockerfile')),
    member(2, {}),
    member(3, { outcome: 'cancelled' }),
  ];
  for (const one of [first, second, third, fourth]) progress.phase(one, 'Pack');
  progress.phase(third, 'Build');
  progress.phase(third, 'Build');
  progress.ended(first);
  progress.ended(second);
  progress.ended(fourth);
  progress.count();
  const lines = said.map((line) => line.replace(/^\d\d:\d\d:\d\d /, '').replace(/[\d.]+ m?s\)?$/, 'TIME'));
  expect(lines).toEqual([
    'a0: packing',
    'a1: packing',
    'a2: packing',
    'a3: packing',
    'a2: building',
    expect.stringMatching(/^a0: ✓ Ready/),
    expect.stringMatching(/^a1: ✗ failed: no Dockerfile/),
    expect.stringMatching(/^a3: ■ cancelled/),
    '1 done, 1 failed, 1 cancelled, 1 building, 2 waiting, longest a2 TIME',
  ]);
});
