import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { atEnd } from './cleanup.ts';
import { makeRepository, type Repository } from './workspace.ts';

/** The manifest of an agent called `greeter`. */
export const MANIFEST = `build:
  context:
    root: .
    include_paths: [app]
    dockerfile: Dockerfile
agent:
  name: greeter
`;

/** A small agent that any builder can play. */
export const AGENT = {
  Dockerfile: 'FROM scratch\nCOPY app /app\nRUN echo hello\n',
  'app/main.py': 'print("hi")\n',
} as const;

/** An SGP on loopback for one test file, checked against its contract in both directions; scripts answer at once. */
export async function startSgp(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await startEmulator({ checkReplies: true, builder: 'play', pace: 0, ...options });
  atEnd(() => emulator.close());
  return emulator;
}

/** The inputs of a workflow for an agent named `greeter`, with a short poll interval. */
export function sgpInputs(
  emulator: Emulator,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    cloud: 'sgp',
    'base-url': emulator.url,
    'api-key': emulator.credentials.apiKey,
    'account-id': emulator.credentials.accountId,
    'agent-name': 'greeter',
    build: 'always',
    comment: 'never',
    history: '0',
    'poll-interval': '200ms',
    ...more,
  };
}

/** A committed repository of an agent on disk, and the job that checked it out. */
export function agentJob(files: Readonly<Record<string, string>> = AGENT): {
  readonly repository: Repository;
  readonly options: Pick<RunOptions, 'workspace' | 'job'>;
} {
  const repository = makeRepository(files, 'https://someone:not-a-token@Forge.Example/octo/greeter.git');
  return {
    repository,
    options: {
      workspace: repository.path,
      job: { sha: repository.first, ref: 'refs/heads/main' },
    },
  };
}
