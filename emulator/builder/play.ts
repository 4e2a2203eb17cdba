import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pause } from '../server/pause.ts';
import { type Instruction, readDockerfile } from './dockerfile.ts';
import type { BuildEnd, BuildJob } from './job.ts';

type Stage = {
  readonly job: BuildJob;
  readonly context: string;
  readonly pace: number;
  readonly source: string;
};
type Step = { readonly number: number; readonly label: string; readonly instruction: Instruction };

const STEPS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']);

/**
 * Simulates the build of a Dockerfile in BuildKit's plain format without running anything. COPY needs its sources; a
 * RUN that ends in `false` or `exit <n>` fails, so that failures can be simulated too.
 * @param pace factor on all durations; 0 for no pauses
 */
export async function playDockerfile(
  job: BuildJob,
  context: string,
  options: { readonly pace: number; readonly because: string },
): Promise<BuildEnd> {
  const source = await readFile(join(context, job.dockerfile), 'utf8');
  const instructions = readDockerfile(source);
  const stage: Stage = { job, context, pace: options.pace, source };
  job.log.add(`#0 played by the emulator, nothing was built: ${options.because}`, '');
  await internal(
    stage,
    1,
    'load build definition from Dockerfile',
    `transferring dockerfile: ${source.length}B done`,
  );
  await internal(stage, 2, 'load .dockerignore', 'transferring context: 2B done');
  for (const step of stepsOf(instructions)) {
    const end = await playStep(stage, step);
    if (end !== 'success') return end;
  }
  return finish(stage, 3 + stepsOf(instructions).length);
}

async function internal(stage: Stage, number: number, what: string, detail: string): Promise<void> {
  stage.job.log.add(`#${number} [internal] ${what}`, `#${number} ${detail}`);
  await pause(40 * stage.pace, stage.job.signal);
  stage.job.log.add(`#${number} DONE 0.0s`, '');
}

function stepsOf(instructions: readonly Instruction[]): readonly Step[] {
  const shown = instructions.filter((instruction) => STEPS.has(instruction.word));
  const several = new Set(shown.map((instruction) => instruction.stage)).size > 1;
  return shown.map((instruction, index) => {
    const own = shown.filter((other) => other.stage === instruction.stage);
    const name = several ? `${stageName(own[0])} ` : '';
    const label = `[${name}${own.indexOf(instruction) + 1}/${own.length}] ${instruction.text}`;
    return { number: index + 3, label, instruction };
  });
}

function stageName(from: Instruction | undefined): string {
  return /\sas\s+(\S+)$/i.exec(from?.text ?? '')?.[1] ?? `stage-${from?.stage ?? 0}`;
}

async function playStep(stage: Stage, step: Step): Promise<BuildEnd> {
  const { job, pace } = stage;
  const { word, text } = step.instruction;
  job.log.add(`#${step.number} ${step.label}`);
  const lost = word === 'COPY' || word === 'ADD' ? missingSource(stage.context, text) : undefined;
  if (lost !== undefined) {
    return failStep(stage, step, `failed to calculate checksum of ref emulator: "/${lost}": not found`);
  }
  const output = word === 'RUN' ? await outputOf(stage.context, text) : [];
  const ms = word === 'RUN' ? 900 : word === 'FROM' ? 500 : 60;
  for (const [index, line] of output.entries()) {
    await pause((ms * pace) / (output.length + 1), job.signal);
    if (job.signal.aborted) return cancelled(step, job);
    job.log.add(`#${step.number} ${((ms * (index + 1)) / (output.length + 1) / 1000).toFixed(3)} ${line}`);
  }
  await pause((ms * pace) / (output.length + 1), job.signal);
  if (job.signal.aborted) return cancelled(step, job);
  const code = word === 'RUN' ? exitCode(text) : 0;
  if (code !== 0) {
    const command = text.slice(4);
    return failStep(
      stage,
      step,
      `process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}`,
    );
  }
  job.log.add(`#${step.number} DONE ${(ms / 1000).toFixed(1)}s`, '');
  return 'success';
}

function cancelled(step: Step, job: BuildJob): BuildEnd {
  job.log.add(`#${step.number} CANCELED`);
  return 'cancelled';
}

function missingSource(context: string, text: string): string | undefined {
  const words = text.split(' ').slice(1);
  if (
    words.some((word) => word.startsWith('--from=') || word.startsWith('<<')) ||
    words[0]?.startsWith('[')
  ) {
    return undefined;
  }
  const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
  return sources.find((source) => !/[*?[\]$]|:\/\//.test(source) && !existsSync(join(context, source)));
}

/** `pip install -r` prints the packages of its file; everything else prints what it would run. */
async function outputOf(context: string, text: string): Promise<readonly string[]> {
  const file = /pip3? install .*-r\s*(\S+)/.exec(text)?.[1];
  if (file === undefined || !existsSync(join(context, file))) return [`(would run) ${text.slice(4)}`];
  const lines = (await readFile(join(context, file), 'utf8')).split('\n').map((line) => line.trim());
  const packages = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return [...packages.map((name) => `Collecting ${name}`), `(would install ${packages.length} packages)`];
}

function exitCode(text: string): number {
  const last = (text.slice(4).split(/&&|;/).at(-1) ?? '').trim();
  if (last === 'false') return 1;
  return Number(/^exit (\d+)$/.exec(last)?.[1] ?? 0);
}

function failStep(stage: Stage, step: Step, message: string): BuildEnd {
  const { line, lastLine } = step.instruction;
  const rows = stage.source.split('\n').map((text, index) => {
    const marked = index + 1 >= line && index + 1 <= lastLine;
    return `${String(index + 1).padStart(4)} | ${marked ? '>>>' : '   '} ${text}`;
  });
  stage.job.log.add(
    `#${step.number} ERROR: ${message}`,
    '------',
    ` > ${step.label}:`,
    '------',
    `Dockerfile:${line}`,
    '--------------------',
    ...rows.slice(Math.max(0, line - 3), lastLine + 2),
    '--------------------',
    `ERROR: failed to build: failed to solve: ${message}`,
  );
  return 'failed';
}

async function finish(stage: Stage, number: number): Promise<BuildEnd> {
  const { log, signal, image } = stage.job;
  log.add(`#${number} exporting to image`, `#${number} exporting layers`);
  await pause(200 * stage.pace, signal);
  if (signal.aborted) return 'cancelled';
  log.add(`#${number} naming to ${image} done`, `#${number} DONE 0.2s`);
  return 'success';
}
