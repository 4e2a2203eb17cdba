import { type Command, readColumnZeroCommand, readGithubCommand } from './command.ts';
import type { Annotation, LogEvent } from './events.ts';
import { type LineSplitter, splitLines } from './lines.ts';
import type { Platform } from './platform.ts';

type Stream = 'stdout' | 'stderr';

/** Reads a step's output as the platform's runner does. One reader reads both streams (docs/platform.md). */
type LogReader = {
  readonly push: (stream: Stream, chunk: Buffer) => readonly LogEvent[];
  readonly end: (stream: Stream) => readonly LogEvent[];
};

/** GitHub keeps ten annotations of a level for one step and cuts their messages here. */
const ANNOTATIONS_KEPT = 10;
const ANNOTATION_LENGTH = 4096;

export function openLogReader(platform: Platform): LogReader {
  const splitters: Record<Stream, LineSplitter> = {
    stdout: splitLines(platform.grammar),
    stderr: splitLines(platform.grammar),
  };
  const state: ReaderState = { platform, annotations: new Map() };
  const read = (stream: Stream, lines: readonly string[]) =>
    lines.map((line): LogEvent => ({ raw: line, stream, ...interpret(state, line) }));
  return {
    push: (stream, chunk) => read(stream, splitters[stream].push(chunk)),
    end: (stream) => read(stream, splitters[stream].end()),
  };
}

type ReaderState = {
  readonly platform: Platform;
  /** Set while commands are stopped by `stop-commands`. */
  resume?: string | undefined;
  readonly annotations: Map<string, number>;
};

type Meaning = LogEvent extends infer Event
  ? Event extends LogEvent
    ? Omit<Event, 'raw' | 'stream'>
    : never
  : never;

function interpret(state: ReaderState, line: string): Meaning {
  const github = state.platform.grammar === 'github';
  const command = github ? readGithubCommand(line, state.resume) : readColumnZeroCommand(line);
  if (!command) return { kind: 'text' };
  if (state.resume !== undefined) {
    const token = github ? state.resume.toLowerCase() : state.resume;
    if (command.name !== token) return { kind: 'text' };
    state.resume = undefined;
    return { kind: 'command', name: 'resume', data: '' };
  }
  return execute(state, command);
}

function execute(state: ReaderState, command: Command): Meaning {
  const { name, properties, data } = command;
  switch (name) {
    case 'group':
      return { kind: 'group', title: data };
    case 'endgroup':
      return { kind: 'endgroup' };
    case 'error':
    case 'warning':
    case 'notice':
      return { kind: 'annotation', ...annotation(state, name, command) };
    case 'debug':
      return { kind: 'debug', text: data };
    case 'add-mask':
      return { kind: 'mask', value: maskOf(state.platform, data) };
    case 'set-output':
    case 'save-state':
      return named(name === 'set-output' ? 'output' : 'state', properties, data);
    case 'set-env':
    case 'add-path':
      return environmentChange(state.platform, command);
    case 'stop-commands':
      state.resume = data;
      return { kind: 'command', name, data };
    default:
      return other(state.platform, name, data);
  }
}

/** Except on GitHub, an unknown name is echoed as text. */
function other(platform: Platform, name: string, data: string): Meaning {
  return platform.grammar === 'github' || /^(add|remove)-matcher$|^echo$/.test(name)
    ? { kind: 'command', name, data }
    : { kind: 'text' };
}

function annotation(
  state: ReaderState,
  level: Annotation['level'],
  { properties, data }: Command,
): Annotation {
  const count = (state.annotations.get(level) ?? 0) + 1;
  state.annotations.set(level, count);
  const { title, file, line } = properties;
  return {
    level,
    message: data.slice(0, ANNOTATION_LENGTH),
    ...(title ? { title } : {}),
    ...(file ? { file } : {}),
    ...(line ? { line: Number(line) } : {}),
    kept: count <= ANNOTATIONS_KEPT,
  };
}

/** Reporters before 1.0.7 search for the escaped text (docs/platform.md, Gitea, Commands and log). */
function maskOf(platform: Platform, data: string): string {
  if (platform.name !== 'gitea-1.25') return data;
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function named(
  kind: 'output' | 'state',
  properties: Readonly<Record<string, string>>,
  value: string,
): Meaning {
  const name = properties.name;
  if (name) return { kind, name, value };
  const command = kind === 'output' ? 'set-output' : 'save-state';
  return { kind: 'refused', name: command, reason: "Required field 'name' is missing", fails: true };
}

function environmentChange(platform: Platform, { name, properties, data }: Command): Meaning {
  if (platform.setEnv === 'obeyed') {
    return { kind: 'env', name: name === 'add-path' ? 'PATH' : (properties.name ?? ''), value: data };
  }
  const reason = `The \`${name}\` command is disabled`;
  return { kind: 'refused', name, reason, fails: platform.setEnv === 'fails' };
}
