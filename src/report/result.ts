import type { DeploymentEvent, Source } from '../clouds/cloud.ts';
import type { FilePlace } from '../errors.ts';
import type { GoesOn } from './goes-on.ts';

/** The facts of one run, from which outputs, job summary and comment are made. Plain data only. */
export type RunResult = {
  readonly cloud: string;
  /** The cloud's display name; `cloud` where absent. */
  readonly cloudTitle?: string;
  readonly outcome: Outcome;
  readonly agent?: string;
  readonly imageName?: string;
  /** Which step of its workflow; `unnamed`: the file that names the agent could not be read, and is `imageName`. */
  readonly step?: string;
  readonly unnamed?: true;
  readonly source: Source;
  readonly context?: ContextFacts;
  readonly build?: BuildFacts;
  /** How its context differs from the last build's, if known. */
  readonly rebuilt?: RebuiltFacts;
  readonly deployment?: DeploymentFacts;
  /** Previews that were torn down, by id. */
  readonly previewsDeleted?: readonly string[];
  /** Live previews of the same label that were left alone, e.g. because another repository made them. */
  readonly previewsLeft?: readonly PreviewLeft[];
  /** The older preview that still runs after a new one failed. */
  readonly stillRunning?: { readonly id: string; readonly commit?: string; readonly createdAt?: string };
  /** Under `deploy: auto`, why nothing was deployed, as a sentence without its full stop. */
  readonly whyNotDeployed?: string;
  readonly phases: readonly Phase[];
  readonly failure?: Failure;
  readonly commentUrl?: string;
  /** Why there is no comment, or no up-to-date one, as one sentence. */
  readonly commentTrouble?: string;
  readonly runUrl?: string;
  /** Where the forge shows the repository, for links to commits and files. */
  readonly repository?: RepositoryPage;
};

/** One entry of a context that changed. `mode`: its content is the same. */
export type EntryChange = { readonly path: string; readonly kind: 'added' | 'changed' | 'removed' | 'mode' };

/** Why a context was built that could have been reused: the first `changes` of `total`. */
export type RebuiltFacts = {
  /** What the context is compared with. */
  readonly buildId: string;
  /** Where that is not a build of the same branch. */
  readonly branch?: string;
  readonly changes: readonly EntryChange[];
  readonly total: number;
  /** Where nothing differs. */
  readonly why?: string;
  /** Entries that differed in each of the last five builds, with the line that leaves each out. */
  readonly always: readonly { readonly path: string; readonly ignoreLine: string }[];
};

/** One preview that a teardown did not delete; `why` completes the sentence "… was left alone: <why>". */
export type PreviewLeft = { readonly id: string; readonly label?: string; readonly why: string };

/** The web address of a repository, without a slash at its end, and how its forge addresses a file at a commit. */
export type RepositoryPage = {
  readonly url: string;
  /** GitHub: `blob/<commit>/<path>`; Gitea and Forgejo: `src/commit/<commit>/<path>`. */
  readonly files: 'blob' | 'src/commit';
};

/** `queued`: waits for other agents of the step. `verifying`: the healthy preview must answer `preview-check`. */
export type Outcome =
  | 'queued'
  | 'building'
  | 'deploying'
  | 'verifying'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'removed'
  | 'skipped'
  | 'dry-run';

type ContextFacts = {
  readonly files: number;
  /** Of the archive, absent where nothing was packed; `contentBytes`: of the files before compression. */
  readonly bytes?: number;
  readonly contentBytes?: number;
  readonly hash: string;
};

export type BuildFacts = {
  readonly id?: string;
  /** The output's words (docs/interface.md, outputs). */
  readonly status?: 'success' | 'failed' | 'cancelled' | 'timed_out' | 'error';
  readonly goesOn?: GoesOn;
  readonly reused?: { readonly commit?: string; readonly createdAt?: string };
  /** Under `build: auto`, why it was built; completes "Built, not reused: …". */
  readonly whyBuilt?: string;
  readonly imageName?: string;
  readonly imageTag?: string;
  /** The full reference; `partial` where only name:tag is known. */
  readonly image?: { readonly reference: string; readonly partial: boolean };
  /** What the cloud itself calls the image, if that is another name. */
  readonly displayRef?: string;
  readonly imageBytes?: number;
  /** Of the archive, as the cloud reports it; for builds that this run did not pack. */
  readonly contextBytes?: number;
  readonly seconds?: number;
  readonly logFile?: string;
  readonly logLines?: number;
  readonly steps: readonly BuildStep[];
  readonly failing?: FailingStep;
  /** The log of an unsuccessful build without a known failing step. */
  readonly log?: LogExcerpt;
  /** How this build compares with earlier ones, as one sentence, and the median duration of these. */
  readonly comparison?: string;
  readonly medianSeconds?: number;
  /** Parts of the build with an error, e.g. its container image; `status` is the cloud's own word. */
  readonly artifacts?: readonly { readonly kind: string; readonly status: string; readonly error: string }[];
  /** A VM image made from the finished container image. */
  readonly vmImage?: VmImageFacts;
};

/** Times in seconds. */
export type VmImageFacts = Pick<BuildFacts, 'status' | 'goesOn'> & {
  readonly reference?: string;
  readonly seconds?: number;
};

/** One instruction of the Dockerfile as the builder reported it. Times in seconds. */
export type BuildStep = {
  /** The builder's label, e.g. `[2/5] RUN pip install -r requirements.txt`. */
  readonly name: string;
  /** The instruction alone, where the label has one. */
  readonly instruction?: string;
  readonly seconds?: number;
  /** Milliseconds since the epoch, where the log has it; the chart places steps without it one after the other. */
  readonly startedAt?: number;
  readonly state: 'done' | 'cached' | 'failed' | 'cancelled' | 'running';
};

/** The lines of a log that best explain its end, oldest first. */
export type LogExcerpt = {
  readonly lines: readonly string[];
  /** The number of each of these lines in the log, from 1; absent where they are the whole log. */
  readonly numbers?: readonly number[];
  /** How many lines the log has; absent where `lines` is the whole log. */
  readonly total?: number;
};

/** The step that failed, with what it printed; where it printed nothing (`silent`), with the end of the whole log. */
export type FailingStep = LogExcerpt & {
  readonly step: BuildStep;
  readonly silent?: true;
  readonly place?: FilePlace;
  /** What the builder says went wrong, in its own words. */
  readonly message?: string;
  /** What this action found out about the cause, and what to change: one sentence each. */
  readonly cause?: { readonly what: string; readonly fix: string };
};

export type DeploymentFacts = {
  readonly id?: string;
  readonly status?: 'healthy' | 'failed' | 'cancelled' | 'timed_out';
  readonly goesOn?: GoesOn;
  readonly preview?: PreviewFacts;
  readonly seconds?: number;
  readonly events: readonly DeploymentEvent[];
  readonly lines: readonly string[];
};

export type PreviewFacts = {
  readonly label: string;
  /** ISO 8601. */
  readonly expiresAt?: string;
  /** From the input `preview-url`. */
  readonly url?: string;
  /** How to reach it without an address, e.g. the name of the preview's own agent, which starts a session. */
  readonly reach?: string;
  /** Milliseconds from healthy to the answer to `preview-check`. */
  readonly answeredMs?: number;
};

/** A period of the run, for the log and the chart. Times in milliseconds since the epoch. */
export type Phase = {
  readonly name: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly state: 'done' | 'failed' | 'cancelled';
};

/** One input error, a point of the list below the message. `where`: the input, or a file with its line; `url`: where the input is documented. */
export type FaultPoint = { readonly where: string; readonly words: string; readonly url?: string };

/** What the one error annotation says. */
export type Failure = {
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: FilePlace;
  readonly faults?: readonly FaultPoint[];
};
