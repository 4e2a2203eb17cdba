import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../../host/private-file.ts';
import type { State } from '../../host/state.ts';
import { tolerate } from '../../host/tolerate.ts';
import type { RunMark, Section } from '../../report/comment/marker.ts';
import type { RunResult } from '../../report/result.ts';

/** What post must know to look after the comment of a main that may be gone. No secrets: all text is concealed. */
export type SavedComment = {
  readonly issue?: number;
  /** Main asked the forge, and no pull request has the commit: post need not ask again. */
  readonly noPullRequest?: boolean;
  /** Encoded. */
  readonly key: string;
  readonly mark: RunMark;
  /** Main said its last word. */
  readonly settled: boolean;
  readonly onlyFailures: boolean;
  /** The forge refused: post need not ask again. */
  readonly refused: boolean;
  readonly result: RunResult;
  /** All sections that main saw. */
  readonly known: readonly Section[];
  /** Milliseconds since the epoch. */
  readonly wroteAt?: number;
};

const KEY = 'comment';

/**
 * Saved twice: whole, in a file of the runner's temporary folder, and in brief as state, which may pass through the
 * log and outlives the file. The name of the file is nobody's to guess, and comes from the runner's state. Nothing here
 * throws.
 */
export function openSavedComment(temp: string, state: State) {
  const file = join(temp, `cloud-build-comment-${randomUUID()}.json`);
  let saved = '';
  return (notes: SavedComment): void => {
    const brief = JSON.stringify({ file, notes: briefly(notes) });
    if (brief !== saved) state.save(KEY, brief);
    saved = brief;
    // Where that fails the brief notes have to do.
    tolerate(() => writePrivateFile(file, JSON.stringify(notes)));
  };
}

/** Without logs, and without what changes at every turn. */
function briefly(notes: SavedComment): SavedComment {
  const { cloud, cloudTitle, outcome, agent, source, build, runUrl } = notes.result;
  const { wroteAt: _wroteAt, ...rest } = notes;
  return {
    ...rest,
    mark: { ...notes.mark, at: 0 },
    known: [],
    result: {
      cloud,
      outcome: notes.settled ? outcome : 'building',
      source,
      phases: [],
      ...(cloudTitle === undefined ? {} : { cloudTitle }),
      ...(agent === undefined ? {} : { agent }),
      ...(runUrl === undefined ? {} : { runUrl }),
      ...(build === undefined ? {} : { build: { ...named(build), steps: [] } }),
    },
  };
}

function named({ id, imageName, imageTag }: NonNullable<RunResult['build']>) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(imageName === undefined ? {} : { imageName }),
    ...(imageTag === undefined ? {} : { imageTag }),
  };
}

/** @returns `undefined` where main wanted no comment; the brief notes where the file is gone */
export function readSavedComment(state: State): SavedComment | undefined {
  const brief = parse(state.read()[KEY]) as { file: string; notes: SavedComment } | undefined;
  if (brief === undefined) return undefined;
  return (parse(readPrivateFile(brief.file)) as SavedComment | undefined) ?? brief.notes;
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
