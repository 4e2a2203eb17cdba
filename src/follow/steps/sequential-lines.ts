import type { StepSignal } from './step-signal.ts';

/** Builders that run one step after the other; the output of a step has no prefix. */

const CLASSIC_STEP = /^Step (\d{1,6})\/(\d{1,6}) ?: (.+)$/;
const CLASSIC_FAILED =
  /^(?:ERROR: |Error: |error: )?(The command '.*' returned a non-zero code: \d+|(?:COPY|ADD) failed: .*)$/;
const CLASSIC_RESULT = /^(?:ERROR: )?Error response from daemon: (.*)$/;
const CLASSIC_NOISE = /^(?: ---> (?:Running in )?[0-9a-f]{6,}|Removing intermediate container [0-9a-f]+)$/;

/** The classic builder of Docker: `Step 2/5 : RUN make`. */
export function readClassic(text: string): StepSignal | undefined {
  const step = CLASSIC_STEP.exec(text);
  if (step) {
    const [, number, of, instruction = ''] = step;
    const position = { number: Number(number), of: Number(of) };
    return {
      kind: 'step',
      builder: 'classic',
      label: `[${number}/${of}] ${instruction}`,
      instruction,
      position,
    };
  }
  if (text === ' ---> Using cache') return { kind: 'cached' };
  if (CLASSIC_NOISE.test(text)) return { kind: 'noise' };
  if (text.startsWith('Successfully built ') || text.startsWith('Successfully tagged '))
    return { kind: 'done' };
  const failed = CLASSIC_FAILED.exec(text);
  if (failed) return { kind: 'failed', message: failed[1] ?? '' };
  const result = CLASSIC_RESULT.exec(text);
  return result ? { kind: 'build-failed', message: result[1] ?? '' } : undefined;
}

const BUILDAH_STEP = /^(?:\[(\d{1,6})\/(\d{1,6})\] )?STEP (\d{1,6})(?:\/(\d{1,6}))?: (.+)$/;
const BUILDAH_COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT(?: |$)/;
const BUILDAH_CACHED = /^(?:\[\d+\/\d+\] )?--> (?:Using|Pulled) cache /;
const BUILDAH_LAYER = /^(?:\[\d+\/\d+\] )?--> [0-9a-f]{6,}$/;
const BUILDAH_FAILED = /^(?:Error: )?(?:error )?building at STEP "((?:[^"\\]|\\.)*)": (.*)$/;

/** buildah and podman: `STEP 2/5: RUN make`, with `[1/2]` in front where there are stages. */
export function readBuildah(text: string): StepSignal | undefined {
  const step = BUILDAH_STEP.exec(text);
  if (step) return buildahStep(step);
  if (BUILDAH_CACHED.test(text)) return { kind: 'cached' };
  if (BUILDAH_COMMIT.test(text) || BUILDAH_LAYER.test(text)) return { kind: 'done' };
  const failed = BUILDAH_FAILED.exec(text);
  if (failed) return { kind: 'failed', instruction: unquoted(failed[1] ?? ''), message: failed[2] ?? '' };
  return text.startsWith('Error: ') ? { kind: 'build-failed', message: text.slice(7) } : undefined;
}

function buildahStep([, stage, stages, number, of, instruction = '']: RegExpExecArray): StepSignal {
  if (BUILDAH_COMMIT.test(instruction)) return { kind: 'done' };
  const where = `${stage ? `stage ${stage}/${stages} ` : ''}${number}${of ? `/${of}` : ''}`;
  const position = { number: Number(number), ...(of && { of: Number(of) }), ...(stage && { stage }) };
  return { kind: 'step', builder: 'buildah', label: `[${where}] ${instruction}`, instruction, position };
}

/** Go's `%q`: close enough to JSON for the text of a Dockerfile. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

const KANIKO_LINE = /^(?:INFO|WARN|ERRO|FATA|DEBU)\[(\d{4,9}|[^\]]{10,40})\] (.*)$/;
const KANIKO_STEP =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR) ./i;
const KANIKO_FAILED = /^(?:Error: )?error building image: (.*)$/;

/** kaniko: `INFO[0012] RUN make`, where the number is the seconds since the start of the build. */
export function readKaniko(text: string): StepSignal | undefined {
  const failed = KANIKO_FAILED.exec(text);
  if (failed) return { kind: 'failed', message: failed[1] ?? '' };
  const line = KANIKO_LINE.exec(text);
  if (!line) return undefined;
  const [, clock = '', message = ''] = line;
  const figure = /^\d+$/.test(clock) ? { figure: Number(clock) } : {};
  if (KANIKO_STEP.test(message) && text.startsWith('INFO')) {
    return { kind: 'step', builder: 'kaniko', label: message, instruction: message, ...figure };
  }
  if (message.startsWith('Using caching version of cmd: ')) {
    return { kind: 'cached', instruction: message.slice('Using caching version of cmd: '.length) };
  }
  if (message.startsWith('Found cached layer')) return { kind: 'cached' };
  if (message.startsWith('Pushing image to ')) return { kind: 'done', ...figure };
  return { kind: 'noise' };
}
