import { messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { Host } from '../../host/host.ts';
import type { State } from '../../host/state.ts';
import { annotationOf } from '../../report/annotation.ts';
import { setOutputs } from '../../report/outputs.ts';
import type { RunResult } from '../../report/result.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import { masked } from './masked.ts';

type Publishing = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly console: Console;
  readonly state: State;
  readonly recorder: RunRecorder;
};

/** The same facts for three readers: outputs, the one annotation, the job summary. Decides the exit code. */
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
  const own = recorder.annotations() ?? [annotationOf(result) ?? []].flat();
  const annotations = succeeded(result) ? [] : masked(own, console.maskText);
  // Several faults are a list in the log, and one line in the annotation.
  if (result.failure?.message.includes('\n')) console.info(result.failure.message);
  for (const annotation of annotations) console.error(annotation.message, annotation);
  // Faulty inputs end here: nothing happened that a summary could tell, and its chunk takes time to load.
  if (result.phases.length > 0 || recorder.page() !== undefined)
    await summarise(env, host, console, recorder.page() ?? result);
}

async function summarise(
  env: NodeJS.ProcessEnv,
  host: Host,
  console: Console,
  page: string | RunResult,
): Promise<void> {
  const { renderSummary, writeSummary } = await import(
    /* webpackChunkName: "summary" */ '../../report/summary.ts'
  );
  const text = console.maskText(typeof page === 'string' ? page : renderSummary(page));
  const written = await writeSummary(env.GITHUB_STEP_SUMMARY, text);
  // Where summaries are not shown the log is the only place for these facts.
  if (!written || host.can.summaries === 'lost') console.info(text);
}

function succeeded({ outcome }: RunResult): boolean {
  return outcome === 'succeeded' || outcome === 'skipped' || outcome === 'removed' || outcome === 'dry-run';
}
