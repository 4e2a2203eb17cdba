import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { environmentOf } from './environment.ts';
import { type Lookout, openLookout } from './lookout.ts';
import { type Action, inputVariables, readAction } from './metadata.ts';
import type { RunOptions } from './options.ts';
import { PLATFORMS, type Platform } from './platform.ts';
import { type ActionProcess, startProcess } from './process.ts';
import type { Part } from './record.ts';
import { LOST_FILES, openStepFiles, type StepFiles } from './step-files.ts';

/** One use of an action in a job: what main and post share. */
export type Step = {
  readonly platform: Platform;
  readonly options: RunOptions;
  readonly action: Action;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly env: Readonly<Record<string, string>>;
  readonly lookout: Lookout;
};

export function openStep(options: RunOptions): Step {
  const platform = PLATFORMS[options.platform ?? 'github'];
  const action = readAction(resolve(options.action ?? '.'));
  const temp = options.temp ?? mkdtempSync(join(tmpdir(), 'runner-temp-'));
  const event = join(temp, '_github_workflow_event.json');
  writeFileSync(event, JSON.stringify(options.event?.payload ?? {}));
  const env = {
    RUNNER_TEMP: temp,
    GITHUB_EVENT_PATH: event,
    ...inputVariables(action, options.inputs ?? {}, options.token ?? ''),
    ...environmentOf(platform, options),
  };
  return { platform, options, action, temp, env, lookout: openLookout() };
}

export type StartedPart = { readonly process: ActionProcess; readonly files: StepFiles };

/** @param state what main saved, for post */
export function startPart(
  step: Step,
  part: 'main' | 'post',
  state: Readonly<Record<string, string>>,
): StartedPart {
  const { platform, options, action } = step;
  const files = openStepFiles(platform, step.temp, part);
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
  const script = options.entry ?? (part === 'post' ? action.post : action.main) ?? action.main;
  const process = (options.start ?? startProcess)({
    platform,
    node: options.node ?? globalThis.process.execPath,
    args: [...(options.nodeFlags ?? []), resolve(script)],
    env: {
      ...files.variables,
      ...Object.fromEntries(saved),
      ...(part === 'post' ? postEnv(step) : step.env),
    },
    cwd: options.workspace,
    timeoutMs: options.timeoutMs ?? 60_000,
    onEvent: (event) => {
      step.lookout.saw(event.raw);
      options.onEvent?.(event);
    },
  });
  return { process, files };
}

/** In a composite action the runner loses post's inputs, or gives it those of the outer action (actions/runner#3514). */
function postEnv({ env, options, action }: Step): Readonly<Record<string, string>> {
  const { postInputs, token = '' } = options;
  if (postInputs === undefined) return env;
  const others = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'));
  const given = postInputs === 'none' ? {} : inputVariables(action, postInputs, token);
  return { ...Object.fromEntries(others), ...given };
}

/** @param lost whether the job was cancelled on a platform that then no longer reads the files */
export async function endOf(part: StartedPart, lost: boolean): Promise<Part> {
  const record = await part.process.ended;
  return { record, files: lost ? LOST_FILES : part.files.read() };
}
