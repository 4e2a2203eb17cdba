import { AbortedError } from '../errors.ts';
import type { Annotation } from './failure/annotation-text.ts';
import type { ExtraOutputs } from './outputs.ts';
import type { BuildFacts, DeploymentFacts, Phase, RunResult } from './result.ts';

/** Collects the facts of a run as they become known; `result` is always a complete `RunResult`. */
export type RunRecorder = {
  readonly result: () => RunResult;
  readonly note: (facts: Partial<RunResult>) => void;
  readonly noteBuild: (facts: Partial<BuildFacts>) => void;
  readonly noteDeployment: (facts: Partial<DeploymentFacts>) => void;
  /** Outputs that only one mode has. */
  readonly extra: () => ExtraOutputs;
  readonly noteExtra: (outputs: ExtraOutputs) => void;
  /** A job summary that a mode wrote itself, instead of the one that is rendered from the facts. */
  readonly page: () => string | undefined;
  readonly notePage: (markdown: string) => void;
  /** Error annotations that a mode made itself, instead of the one that is made from the facts. */
  readonly annotations: () => readonly Annotation[] | undefined;
  readonly noteAnnotations: (annotations: readonly Annotation[]) => void;
  /** Runs `work` and records its start and end, also when it throws. */
  readonly phase: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** The phases that have begun and not ended, by their names. */
  readonly underWay: () => readonly string[];
};

/** `now` gives milliseconds since the epoch. */
export function createRunRecorder(first: RunResult, now: () => number = Date.now): RunRecorder {
  let facts = first;
  const open: string[] = [];
  let extra: ExtraOutputs = {};
  let page: string | undefined;
  let annotations: readonly Annotation[] | undefined;
  const note = (more: Partial<RunResult>) => {
    facts = { ...facts, ...more };
  };
  return {
    result: () => facts,
    note,
    noteBuild: (more) => note({ build: { steps: [], ...facts.build, ...more } }),
    noteDeployment: (more) => note({ deployment: { events: [], lines: [], ...facts.deployment, ...more } }),
    extra: () => extra,
    noteExtra: (outputs) => {
      extra = { ...extra, ...outputs };
    },
    page: () => page,
    notePage: (markdown) => {
      page = markdown;
    },
    annotations: () => annotations,
    noteAnnotations: (list) => {
      annotations = list;
    },
    phase: async (name, work) => {
      const startedAt = now();
      open.push(name);
      const close = (state: Phase['state']) =>
        note({ phases: [...facts.phases, { name, startedAt, endedAt: Math.max(startedAt, now()), state }] });
      try {
        const value = await work();
        close('done');
        return value;
      } catch (thrown) {
        close(thrown instanceof AbortedError ? 'cancelled' : 'failed');
        throw thrown;
      } finally {
        open.splice(open.indexOf(name), 1);
      }
    },
    underWay: () => [...open],
  };
}
