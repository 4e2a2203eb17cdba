import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileCommands, readSummary } from './file-commands.ts';
import type { Platform } from './platform.ts';

/** The files that a runner gives to main or post, and what it reads from them at the end. */
export type StepFiles = {
  readonly variables: Readonly<Record<string, string>>;
  readonly read: () => StepFileContent;
};

export type StepFileContent = {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
  /** The runner's errors about them. A faulty summary does not fail the step, the others do. */
  readonly faults: readonly string[];
  readonly summaryFault?: string;
};

/** The runner's own names for the files. */
const NAMES = {
  GITHUB_OUTPUT: 'set_output',
  GITHUB_STATE: 'save_state',
  GITHUB_ENV: 'set_env',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** @param part main or post; they share the summary if the platform does so. */
export function openStepFiles(platform: Platform, temp: string, part: 'main' | 'post'): StepFiles {
  const folder = join(temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const place = (variable: keyof typeof NAMES) => {
    const shared = variable === 'GITHUB_STEP_SUMMARY' && platform.summaryFile === 'shared';
    const path = join(folder, `${NAMES[variable]}_${shared ? 'step' : part}`);
    writeFileSync(path, '', { flag: 'a' });
    return path;
  };
  const paths = {
    GITHUB_OUTPUT: place('GITHUB_OUTPUT'),
    GITHUB_STATE: place('GITHUB_STATE'),
    GITHUB_ENV: place('GITHUB_ENV'),
    GITHUB_PATH: place('GITHUB_PATH'),
    GITHUB_STEP_SUMMARY: place('GITHUB_STEP_SUMMARY'),
  };
  return { variables: paths, read: () => readAll(platform, paths) };
}

type Paths = Readonly<Record<keyof typeof NAMES, string>>;

function readAll(platform: Platform, paths: Paths): StepFileContent {
  const values = (path: string) => readFileCommands(readFileSync(path, 'utf8'));
  const output = values(paths.GITHUB_OUTPUT);
  const state = values(paths.GITHUB_STATE);
  const env = values(paths.GITHUB_ENV);
  const how = platform.grammar === 'github' ? 'rejected' : 'cut';
  const summary = readSummary(readFileSync(paths.GITHUB_STEP_SUMMARY), how);
  return {
    outputs: output.values,
    state: state.values,
    env: env.values,
    path: readFileSync(paths.GITHUB_PATH, 'utf8').split('\n').filter(Boolean),
    summary: summary.text,
    faults: [output, state, env].flatMap(({ fault }) => fault ?? []),
    ...(summary.fault ? { summaryFault: summary.fault } : {}),
  };
}

/** The content if the platform no longer copies the files out of the container. */
export const LOST_FILES: StepFileContent = {
  outputs: {},
  state: {},
  env: {},
  path: [],
  summary: '',
  faults: [],
};
