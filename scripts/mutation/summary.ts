import { counted, isProcessTest, outcomeOf, type Results } from './results.ts';

/** What the results say, as text. */
export function summaryOf(results: Results, perFile: number): string {
  const mutants = counted(results, perFile).map((mutant) => ({
    ...mutant,
    outcome: outcomeOf(results, mutant.id),
  }));
  const having = (outcome: string) => mutants.filter((mutant) => mutant.outcome === outcome);
  const killers = having('killed').map(({ id }) => results.verdicts[id]?.killedBy ?? '');
  const byProcess = killers.filter(isProcessTest).length;
  const timedOut = having('killed').filter(({ id }) => results.verdicts[id]?.timedOut).length;
  const failing = Object.entries(results.tests).filter(([, { passed }]) => !passed);
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
  const places = (outcome: string) =>
    having(outcome).map(
      (mutant) => `${mutant.file}:${mutant.line} ${mutant.id} ${mutant.operator}: ${short(mutant.original)}`,
    );
  return [
    `${mutants.length} mutants in ${new Set(mutants.map(({ file }) => file)).size} files of src`,
    `killed: ${killers.length} (${killers.length - byProcess} by tests of modules, ${byProcess} by tests of the whole step; ${timedOut} of them as the tests did not end)`,
    `survived: ${having('survived').length}, unreached: ${having('unreached').length}, undecided: ${having('undecided').length}`,
    ...listed('survived', places('survived')),
    ...listed('unreached', places('unreached')),
    ...listed('undecided', places('undecided')),
    ...listed('files without a killed mutant', unproven(results)),
    ...listed(
      'exempt',
      Object.entries(results.exempt).map(([file, why]) => `${file}: ${why}`),
    ),
    ...listed(
      'tests that fail without a mutant, not used',
      failing.map(([file]) => file),
    ),
  ].join('\n');
}

/** Files that have a mutant and none that was killed. */
export function unproven({ mutants, verdicts }: Results): string[] {
  const killed = new Set(
    mutants.filter(({ id }) => verdicts[id]?.killedBy !== undefined).map(({ file }) => file),
  );
  return [...new Set(mutants.map(({ file }) => file))].filter((file) => !killed.has(file));
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

/** What the second results say of the mutants of the first, as text, and whether one is killed no more. */
export function comparisonOf(before: Results, after: Results): { text: string; isWorse: boolean } {
  const known = new Map(after.mutants.map((mutant) => [mutant.id, mutant]));
  const decided = before.mutants.filter(({ id }) => before.verdicts[id] !== undefined);
  const common = decided.filter(({ id }) => known.has(id) && after.verdicts[id] !== undefined);
  const killed = (results: Results, id: string) => results.verdicts[id]?.killedBy !== undefined;
  const lost = common.filter(({ id }) => killed(before, id) && !killed(after, id));
  const gained = common.filter(({ id }) => !killed(before, id) && killed(after, id));
  const both = common.filter(({ id }) => killed(before, id) && killed(after, id));
  const files = new Set(unproven(before));
  const lostFiles = unproven(after).filter((file) => !files.has(file));
  const line = ({ file, line, id, operator }: (typeof lost)[number]) => `  ${file}:${line} ${id} ${operator}`;
  const text = [
    `${common.length} mutants are in both: ${both.length} killed by both, ${gained.length} by the second alone, ${lost.length} by the first alone`,
    `${decided.length - common.length} of the first are not in the second`,
    ...lost.map(line),
    ...lostFiles.map((file) => `  ${file}: has no killed mutant any more`),
  ].join('\n');
  return { text, isWorse: lost.length > 0 || lostFiles.length > 0 };
}
