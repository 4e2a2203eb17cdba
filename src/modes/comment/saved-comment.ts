import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../../host/private-file.ts';
import type { State } from '../../host/state.ts';
import { tolerate } from '../../host/tolerate.ts';
import type { RunMark, Section } from '../../report/comment/marker.ts';
import type { RunResult } from '../../report/result.ts';

/** What post must know to finish the comment if main was killed. No secrets: all text is masked. */
export type SavedComment = SavedProgress & {
  /** Absent in the entry of a step for many agents: each agent saves its own section. */
  readonly section?: SavedSection;
};

/** The section of one agent. */
export type SavedSection = {
  /** Encoded. */
  readonly key: string;
  readonly mark: RunMark;
  /** It is main's final state. */
  readonly settled: boolean;
  readonly onlyFailures: boolean;
  readonly result: RunResult;
};

/** The progress of writing. */
export type SavedProgress = {
  readonly issue?: number;
  /** Main asked the forge, and no pull request has the commit: post does not ask again. */
  readonly noPullRequest?: boolean;
  /** The forge refused: post does not ask again. */
  readonly refused: boolean;
  /** All sections that main saw. */
  readonly known: readonly Section[];
  /** Milliseconds since the epoch. */
  readonly wroteAt?: number;
};

const KEY = 'comment';

/**
 * Saved twice: completely in a file in the runner's temporary folder, and in a short form as state, which may be
 * printed in the log and outlives the file. The file's name cannot be guessed; post gets it from the runner's state.
 * Nothing here throws.
 */
export function openSavedComment(temp: string, state: State) {
  const file = join(temp, `cloud-build-comment-${randomUUID()}.json`);
  let saved = '';
  return (notes: SavedComment): void => {
    // With many agents, the state of each has only space for the file's name.
    const brief = JSON.stringify(state.agent === undefined ? { file, notes: briefly(notes) } : { file });
    if (brief !== saved) state.save(KEY, brief);
    saved = brief;
    // If that fails, the short form has to be enough.
    tolerate(() => writePrivateFile(file, JSON.stringify(notes)));
  };
}

/** Without logs and without values that change at every write. */
function briefly({ section, wroteAt: _wroteAt, ...progress }: SavedComment): SavedComment {
  return { ...progress, known: [], ...(section === undefined ? {} : { section: inBrief(section) }) };
}

function inBrief({ result, ...section }: SavedSection): SavedSection {
  const { cloud, cloudTitle, outcome, agent, imageName, source, build, runUrl, repository } = result;
  return {
    ...section,
    mark: { ...section.mark, at: 0 },
    result: {
      cloud,
      outcome: section.settled ? outcome : 'building',
      source,
      phases: [],
      ...(cloudTitle === undefined ? {} : { cloudTitle }),
      ...(agent !== undefined ? { agent } : imageName === undefined ? {} : { imageName }),
      ...(runUrl === undefined ? {} : { runUrl }),
      ...(repository === undefined ? {} : { repository }),
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

/** What was saved, and of which agent, if it is one of several. */
export type ReadComment = SavedComment & { readonly agent?: number };

/** @returns none where main wanted no comment; the short form where a file is gone */
export function readSavedComments(state: State): readonly ReadComment[] {
  return state.all().flatMap((one) => {
    const saved = readSavedComment(one);
    const { agent } = one;
    return saved === undefined ? [] : [{ ...saved, ...(agent !== undefined && { agent }) }];
  });
}

function readSavedComment(state: State): SavedComment | undefined {
  const brief = parse(state.read()[KEY]) as { file: string; notes?: SavedComment } | null | undefined;
  if (brief === undefined || brief === null) return undefined;
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
