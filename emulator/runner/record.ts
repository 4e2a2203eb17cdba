import type { Annotation, LogEvent } from './events.ts';
import type { Platform, PlatformName } from './platform.ts';
import type { PartRecord } from './process.ts';
import type { StepFileContent } from './step-files.ts';
import { renderLog } from './view.ts';

/** A step as the platform has it after its end. */
export type RunRecord = {
  readonly platform: PlatformName;
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** Main's; absent if a signal ended it. */
  readonly exitCode?: number;
  readonly main: PartRecord;
  readonly post?: PartRecord;
  /** As the workflow reads them: from the file, and from stdout if an action still writes there. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The outputs that a job can pass on: GitHub drops one that contains a masked value. */
  readonly jobOutputs: Readonly<Record<string, string>>;
  /** The state for post, without `STATE_`. */
  readonly state: Readonly<Record<string, string>>;
  /** The environment for later steps. */
  readonly env: Readonly<Record<string, string>>;
  /** The visible summary; empty if the platform shows none. Main's, then post's. */
  readonly summary: string;
  /** Those of main and post that the platform keeps. */
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** What the runner refused or could not read. */
  readonly faults: readonly string[];
  /** The whole visible log, groups open. */
  readonly log: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
};

export type Part = { readonly record: PartRecord; readonly files: StepFileContent };

export function recordOf(
  platform: Platform,
  parts: { readonly main: Part; readonly post: Part | undefined },
  state: Readonly<Record<string, string>>,
  facts: { readonly cancelled: boolean; readonly temp: string },
): RunRecord {
  const { main, post } = parts;
  const all = post ? [main, post] : [main];
  const events = all.flatMap(({ record }) => record.events);
  const masks = events
    .flatMap((event) => (event.kind === 'mask' ? event.value.split(/\r?\n/) : []))
    .filter(Boolean);
  const outputs = { ...said(events, 'output'), ...main.files.outputs };
  const conclusion = all.some(failed) ? 'failure' : 'success';
  return {
    platform: platform.name,
    conclusion: facts.cancelled ? 'cancelled' : conclusion,
    ...(main.record.exitCode === undefined ? {} : { exitCode: main.record.exitCode }),
    main: main.record,
    ...(post ? { post: post.record } : {}),
    outputs,
    jobOutputs: platform.name === 'github' ? withoutMasked(outputs, masks) : outputs,
    state,
    env: { ...said(events, 'env'), ...main.files.env },
    summary: summaryOf(platform, main, post),
    annotations: annotationsOf(events),
    masks,
    faults: all.flatMap((part) => faultsOf(part)),
    log: platform.summaryLogged ? all.map(logWithSummary).join('') : renderLog(events),
    temp: facts.temp,
  };
}

/** State for post: that of stdout is saved at once, that of the file when main has ended. */
export function stateOf(main: Part): Record<string, string> {
  return { ...savedBefore(main.record.events), ...main.files.state };
}

/** State from lines on stdout: saved as soon as it is written. */
export function savedBefore(events: readonly LogEvent[]): Record<string, string> {
  return said(events, 'state');
}

function said(events: readonly LogEvent[], kind: 'output' | 'state' | 'env'): Record<string, string> {
  const found = events.flatMap((event) => (event.kind === kind ? [[event.name, event.value]] : []));
  return Object.fromEntries(found);
}

function failed({ record, files }: Part): boolean {
  const refused = record.events.some((event) => event.kind === 'refused' && event.fails);
  return record.exitCode !== 0 || refused || files.faults.length > 0;
}

function faultsOf({ record, files }: Part): string[] {
  const refused = record.events.flatMap((event) => (event.kind === 'refused' ? [event.reason] : []));
  return [...refused, ...files.faults, ...(files.summaryFault ? [files.summaryFault] : [])];
}

/** As act does it: the lines of main or post, then its summary. */
function logWithSummary({ record, files }: Part): string {
  const log = renderLog(record.events);
  return files.summary === '' ? log : `${log}${log.endsWith('\n') || log === '' ? '' : '\n'}${files.summary}`;
}

function summaryOf(platform: Platform, main: Part, post: Part | undefined): string {
  if (!platform.summaryShown) return '';
  if (platform.summaryFile === 'shared') return (post ?? main).files.summary;
  return main.files.summary + (post?.files.summary ?? '');
}

function annotationsOf(events: readonly LogEvent[]): Annotation[] {
  return events.flatMap((event) => {
    if (event.kind !== 'annotation' || !event.kept) return [];
    const { raw: _raw, stream: _stream, kind: _kind, ...annotation } = event;
    return [annotation];
  });
}

function withoutMasked(
  outputs: Readonly<Record<string, string>>,
  masks: readonly string[],
): Record<string, string> {
  const clean = Object.entries(outputs).filter(([, value]) => !masks.some((mask) => value.includes(mask)));
  return Object.fromEntries(clean);
}
