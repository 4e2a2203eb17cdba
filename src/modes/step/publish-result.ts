import { messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { Host } from '../../host/host.ts';
import type { State } from '../../host/state.ts';
import { type Annotation, annotationOfFailure } from '../../report/failure/annotation-text.ts';
import { setOutputs } from '../../report/outputs.ts';
import { faultsPage } from '../../report/pages/faults.ts';
import type { RunResult } from '../../report/result.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import { writeSummary } from '../../report/write-summary.ts';
import { masked } from './masked.ts';

type Publishing = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
  readonly recorder: RunRecorder;
};

/** Writes the outputs, the one annotation and the job summary. Sets the exit code. */
export async function publishResult({ env, host, console, recorder }: Publishing): Promise<void> {
  const result = masked(recorder.result(), console.maskText);
  console.endGroup();
  if (!succeeded(result)) process.exitCode = 1;
  try {
    for (const notice of setOutputs(result, masked(recorder.extra(), console.maskText)))
      console.warning(notice);
  } catch (thrown) {
    console.warning(`The outputs could not be written: ${messageOf(thrown)}`);
  }
  if (!succeeded(result)) {
    const own = recorder.annotations() ?? (await annotationsOf(result));
    for (const annotation of masked(own, console.maskText)) annotate(host, console, annotation);
  }
  if (hasSummary(result) || recorder.page() !== undefined)
    await summarise(env, host, console, recorder.page() ?? result);
  else if (result.failure?.faults && env.GITHUB_STEP_SUMMARY) {
    // Without the summary's chunk: loading it would take longer than everything else.
    await writeSummary(env.GITHUB_STEP_SUMMARY, console.maskText(faultsPage(result.failure)));
  }
}

/** A run without phases is told too: of an image that exists already, or one that failed before its first phase. */
function hasSummary({ phases, outcome, failure }: RunResult): boolean {
  if (phases.length > 0) return true;
  return outcome !== 'skipped' && outcome !== 'removed' && failure?.faults === undefined;
}

/** Faulty inputs are reported without loading what reads a build's log. */
async function annotationsOf(result: RunResult): Promise<readonly Annotation[]> {
  if (result.failure?.faults) return [annotationOfFailure(result.failure)];
  const { annotationOf } = await import(/* webpackChunkName: "summary" */ '../../report/summary.ts');
  return [annotationOf(result) ?? []].flat();
}

/** Prints a list once: in the annotation if that may have several lines, else above it. */
function annotate(host: Host, console: Console, annotation: Annotation): void {
  const isList = annotation.message.includes('\n');
  if (!isList || host.can.annotationsOnDiff) {
    console.error(annotation.message, { ...annotation, ...(isList && { severalLines: true }) });
    return;
  }
  console.info(annotation.message);
  console.error(`${annotation.title}. The lines above say what is wrong.`, annotation);
}

async function summarise(
  env: NodeJS.ProcessEnv,
  host: Host,
  console: Console,
  page: string | RunResult,
): Promise<void> {
  const { renderSummary } = await import(/* webpackChunkName: "summary" */ '../../report/summary.ts');
  const text = console.maskText(typeof page === 'string' ? page : renderSummary(page));
  const written = await writeSummary(env.GITHUB_STEP_SUMMARY, text);
  // Where summaries are not shown the log is the only place for these facts.
  if (!written || host.can.summaries === 'lost') console.info(text);
}

function succeeded({ outcome }: RunResult): boolean {
  return outcome === 'succeeded' || outcome === 'skipped' || outcome === 'removed' || outcome === 'dry-run';
}
