import { failureOf } from '../../report/failure/annotation.ts';
import type { RunResult } from '../../report/result.ts';
import { resultSentence, shownState } from '../../report/states.ts';
import { oneLine } from '../../report/text.ts';
import { duration } from '../../report/units.ts';
import type { Settings } from '../../settings/settings.ts';
import { withoutBackticks } from '../../without-backticks.ts';
import { deployTargetOf } from '../deployment/target.ts';
import type { Step } from '../step/step.ts';
import { endedWell, type Member } from './member.ts';
import type { Printer } from './printer.ts';

/**
 * What a person sees of many agents while they run: one line for each change of state, and regularly a line with
 * counts.
 */
export type Progress = {
  /** The agent's run begins a phase (`Step.phase`). */
  readonly phase: (member: Member, name: string) => void;
  readonly ended: (member: Member) => void;
  /** Writes the line with counts; nothing where all agents have ended. */
  readonly count: () => void;
};

type State = { readonly word: string; readonly since: number };

/** What an agent does during a phase. */
const WORDS: Readonly<Record<string, string>> = {
  Pack: 'packing',
  Submit: 'sending',
  Build: 'building',
  'VM image': 'building the VM image',
  Deploy: 'deploying',
  'Verify preview': 'verifying the preview',
  'Preview cleanup': 'removing previews',
};

/** @param all how many agents there are, running or waiting */
export function createProgress(printer: Printer, trigger: Step['trigger'], all: number): Progress {
  const working = new Map<Member, State & { readonly began: number }>();
  const ends = { done: 0, failed: 0, cancelled: 0 };
  const printProgress = (member: Member, text: string) =>
    printer.line(`${clockTime()} ${nameOf(member)}: ${text}`);
  return {
    phase: (member, name) => {
      const word = WORDS[name] ?? name.toLowerCase();
      const known = working.get(member);
      if (known?.word === word) return;
      const now = performance.now();
      working.set(member, { word, since: now, began: known?.began ?? now });
      printProgress(member, `${word}${stepOf(member, trigger, name)}`);
    },
    ended: (member) => {
      const began = working.get(member)?.began;
      working.delete(member);
      const result = member.recorder.result();
      ends[endOf(result)] += 1;
      const took = began === undefined ? '' : ` (${duration(performance.now() - began)})`;
      printProgress(member, `${endWords(result)}${took}`);
    },
    count: () => {
      const { done, failed, cancelled } = ends;
      if (done + failed + cancelled >= all) return;
      printer.line(`${clockTime()} ${countWords(working, ends, all)}`);
    },
  };
}

/** `12:03:04`, UTC. */
function clockTime(): string {
  return new Date().toISOString().slice(11, 19);
}

/** The agent's name may be anything that a manifest holds: here it is one short line. */
export function nameOf({ agent }: Pick<Member, 'agent'>): string {
  return oneLine(agent.name, 80).replaceAll('##[', '## [');
}

/** `, step 3 of 4`; empty for a phase that is not in the list. */
function stepOf({ settings }: Member, trigger: Step['trigger'], name: string): string {
  if (!('mode' in settings)) return '';
  const phases = phasesOf(settings, trigger);
  const at = phases.indexOf(name);
  return at < 0 ? '' : `, step ${at + 1} of ${phases.length}`;
}

function phasesOf(settings: Settings, trigger: Step['trigger']): readonly string[] {
  if (trigger.closed) return ['Preview cleanup'];
  if (settings.dryRun) return ['Pack'];
  return [
    ...(settings.build === 'never' ? [] : ['Pack', 'Submit', 'Build']),
    ...(settings.vmImage ? ['VM image'] : []),
    ...(deployTargetOf({ settings, trigger }) === 'none' ? [] : ['Deploy']),
  ];
}

function endOf(result: RunResult): 'done' | 'failed' | 'cancelled' {
  if (endedWell(result)) return 'done';
  return shownState(result) === 'cancelled' ? 'cancelled' : 'failed';
}

const MARKS = { done: '✓', failed: '✗', cancelled: '■' } as const;

/** `✓ built in 20 s, preview healthy in 4 s`, or why it failed. */
export function endWords(result: RunResult): string {
  const end = endOf(result);
  const failure = end === 'failed' ? failureOf(result) : undefined;
  const words =
    end === 'cancelled'
      ? 'cancelled'
      : failure === undefined
        ? resultSentence(result)
        : `failed: ${oneLine(withoutBackticks(failure.message), 300)}`;
  return `${MARKS[end]} ${words.replaceAll('##[', '## [')}`;
}

/** `62 done, 1 failed, 37 building, longest concierge 3m 10s`. */
function countWords(
  working: ReadonlyMap<Member, State & { readonly began: number }>,
  ends: Readonly<Record<'done' | 'failed' | 'cancelled', number>>,
  all: number,
): string {
  const counts = new Map<string, number>(Object.entries(ends));
  for (const { word } of working.values()) counts.set(word, (counts.get(word) ?? 0) + 1);
  counts.set('waiting', all - ends.done - ends.failed - ends.cancelled - working.size);
  const parts = [...counts].filter(([, number]) => number > 0).map(([word, number]) => `${number} ${word}`);
  const [longest] = [...working].sort(([, one], [, other]) => one.began - other.began);
  if (longest !== undefined) {
    parts.push(`longest ${nameOf(longest[0])} ${duration(performance.now() - longest[1].began)}`);
  }
  return parts.join(', ');
}
