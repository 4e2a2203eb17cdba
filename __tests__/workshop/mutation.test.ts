import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EQUIVALENT } from '../../scripts/mutation/equivalent.ts';
import { instrumented } from '../../scripts/mutation/instrument.ts';
import { candidatesIn, type Mutant, mutantsOf } from '../../scripts/mutation/mutants.ts';
import { outcomeOf, type Results, type Verdict } from '../../scripts/mutation/results.ts';
import { nearness } from '../../scripts/mutation/search.ts';
import { comparisonOf, unproven } from '../../scripts/mutation/summary.ts';

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

const all = (source: string) => candidatesIn('src/a/b.ts', source);
const said = ({ operator, original, mutated }: Mutant) => `${operator}: ${original} → ${mutated}`;

/** A module's text, and a fault that it must be able to get. */
const FAULTS: readonly [name: string, source: string, fault: string][] = [
  ['a condition', 'if (a) b();', 'negate condition: a → !(a)'],
  ['a choice', 'const c = a ? 1 : 2;', 'negate condition: a → !(a)'],
  ['and', 'f(a && b);', '&& to ||: a && b → (a) || (b)'],
  ['or, in brackets', 'f((a || b) && c);', '|| to &&: a || b → (a) && (b)'],
  ['brackets stay', 'f((a + b) * c);', '* to /: (a + b) * c → (a + b) / c'],
  ['equality', 'f(a === b);', '=== to !==: a === b → a !== b'],
  ['a limit', 'while (a < b) c();', '< to <=: a < b → a <= b'],
  ['a default', 'f(a ?? b);', '?? to its right: a ?? b → b'],
  ['a result', 'function f() { return a; }', 'no result: a → undefined'],
  ['a short function', 'export const f = () => a();', 'no result: a() → undefined'],
  ['a yes or no', 'const f = (a) => !a;', 'negate result: !a → !(!a)'],
  ['a call', 'await a.b();', 'no call: await a.b(); → '],
  ['a number', 'export const A = 3;', 'number + 1: 3 → 3 + 1'],
  ['a large number', 'export const A = 2_500;', 'number to 0: 2_500 → 0'],
  ['a boolean', 'export const A = { b: true };', 'other boolean: true → false'],
  ['a pattern', 'export const A = /a/;', 'matches nothing: /a/ → /(?!)/'],
  ['a text', "export const A = 'a' as const;", "no text: 'a' → ''"],
  ['a template', 'export const A = `a`;', "no text: `a` → ''"],
  ['a list', 'export const A = [b];', 'empty list: [b] → []'],
];

/** What must stay as it is. */
const KEPT: readonly [name: string, source: string][] = [
  ['a type', "type A = 'a' | 1; interface B { c: true }"],
  ['an import', "import a from 'a'; export { b } from 'b'; export * from 'c';"],
  ['a path that the bundler reads', "const a = import('./a.ts');"],
  ['a name', "const a = { 'a-b': c };"],
  ['a directive', "'use strict';"],
  ['nothing', 'function f() { return undefined; }'],
  ['the start of a class', 'class A extends B { constructor() { super(); } }'],
  ['what ends a loop', 'while (a !== b) c = d;'],
  ['a function that is sent as text', 'const a = g.toString; function g() { if (a) return 1; }'],
];

describe('mutants', () => {
  test.each(FAULTS)('%s', (_name, source, fault) => {
    expect(all(source).map(said)).toContain(fault);
  });

  test.each(KEPT)('%s: is left alone', (_name, source) => {
    expect(all(source).map(said)).toEqual([]);
  });

  test('a message is chosen last', () => {
    const source = 'export function f(a) { if (a) throw new UserError(b(a) || a); }';
    expect(all(source).map(({ operator }) => operator)).toEqual(['negate condition', '|| to &&']);
  });

  test('a module of types and re-exports needs none', () => {
    const source = "import { a } from './a.ts';\nexport type B = a;\nexport { c } from './c.ts';";
    expect(mutantsOf('src/a/b.ts', source, 1)).toEqual({ mutants: [], exempt: 'no code' });
  });

  test('the choice does not depend on other lines', () => {
    const source = 'export function f(a) { if (a) return 1; return g(a); }';
    const ids = (text: string) => mutantsOf('src/a/b.ts', text, 2).mutants.map(({ id }) => id);
    expect(ids(`// more\nexport const unused = f;\n\n${source}`)).toEqual(ids(source));
    expect(ids(source)).toHaveLength(2);
  });

  test('every file of src has one, or has no code', () => {
    const without = sources.filter((file) => {
      const { mutants, exempt } = mutantsOf(file, readFileSync(file, 'utf8'), 1);
      return mutants.length === 0 && exempt !== 'no code';
    });
    expect(without).toEqual([]);
  });

  test('what is taken for equivalent is in the sources still', () => {
    const ids = new Set(
      sources.flatMap((file) => candidatesIn(file, readFileSync(file, 'utf8')).map(({ id }) => id)),
    );
    expect(Object.keys(EQUIVALENT).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('an instrumented file', () => {
  const source = 'export function f(a) {\n  note(a);\n  return a > 1 ? "many" : "one";\n}\n';
  const { mutants } = mutantsOf('src/a/b.ts', source, 100);

  /** Runs it with one mutant switched on; 0 for none. @returns what `f` gives, then what it noted */
  function runWith(active: number, given: number): unknown[] {
    const text = instrumented('src/a/b.ts', source, mutants, (mutant) => 1 + mutants.indexOf(mutant));
    expect(text.split('\n')).toHaveLength(source.split('\n').length);
    const body = text.replace(/^import .*?; /, '').replace('export ', '');
    const notes: unknown[] = [];
    const f = new Function('isMutant', 'note', `${body}; return f;`)(
      (number: number) => number === active,
      (note: unknown) => notes.push(note),
    );
    return [f(given), ...notes];
  }

  test('does what it did while none is switched on', () => {
    expect([runWith(0, 1), runWith(0, 2)]).toEqual([
      ['one', 1],
      ['many', 2],
    ]);
  });

  test('does otherwise with each of them', () => {
    expect(mutants.length).toBeGreaterThan(1);
    for (const index of mutants.keys()) {
      const outcomes = [1, 2].map((given) => runWith(index + 1, given));
      expect(outcomes).not.toEqual([1, 2].map((given) => runWith(0, given)));
    }
  });
});

const MUTANT = {
  id: 'one',
  file: 'src/a/b.ts',
  line: 1,
  operator: 'no result',
  original: '1',
  mutated: '2',
  rank: 0,
};
const resultsWith = (verdict?: Verdict, reached = ['one']): Results => ({
  mutants: [MUTANT],
  exempt: {},
  files: ['t.test.ts'],
  tests: { 't.test.ts': { passed: true, ms: 1, reached } },
  verdicts: verdict === undefined ? {} : { one: verdict },
});

describe('results', () => {
  test.each<[outcome: string, results: Results]>([
    ['killed', resultsWith({ killedBy: 't.test.ts', passed: [] })],
    ['survived', resultsWith({ passed: ['t.test.ts'] })],
    ['undecided', resultsWith()],
    ['unreached', resultsWith({ passed: [] }, [])],
    ['undecided', { ...resultsWith({ passed: [] }, []), files: ['t.test.ts', 'not-run.test.ts'] }],
  ])('%s', (outcome, results) => {
    expect(outcomeOf(results, 'one')).toBe(outcome);
  });

  test('a file is proven by its mutant alone', () => {
    expect(unproven(resultsWith({ passed: ['t.test.ts'] }))).toEqual(['src/a/b.ts']);
    expect(unproven(resultsWith({ killedBy: 't.test.ts', passed: [] }))).toEqual([]);
  });

  test('a fault that is caught no more makes the comparison fail', () => {
    const [killed, survived] = [
      resultsWith({ killedBy: 't.test.ts', passed: [] }),
      resultsWith({ passed: ['t.test.ts'] }),
    ];
    expect(comparisonOf(killed, survived).isWorse).toBe(true);
    expect(comparisonOf(killed, survived).text).toContain('src/a/b.ts:1 one no result');
    expect(comparisonOf(survived, killed).isWorse).toBe(false);
    expect(comparisonOf(killed, killed).isWorse).toBe(false);
  });

  test.each<[test: string, folders: number]>([
    ['__tests__/a/b.test.ts', 2],
    ['__tests__/a/c.test.ts', 1],
    ['__tests__/action/b.test.ts', 0],
  ])('%s is %d near', (file, folders) => {
    expect(nearness(file, 'src/a/b.ts')).toBe(folders);
  });
});
