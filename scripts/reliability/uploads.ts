import { type Cell, EXPIRED } from './cell.ts';
import type { FaultName } from './faults.ts';
import type { PhaseName } from './phases.ts';

type UploadPhase = Extract<PhaseName, `${string}: upload`>;

/**
 * Faults of one upload, one after the other, a line for each run. A PUT is repeated until its address expires; a POST
 * needs a new target each time, at most four.
 */
export const UPLOADS_SURVIVED: readonly {
  readonly phase: UploadPhase;
  readonly faults: readonly FaultName[];
}[] = [
  {
    phase: 'Prime: upload',
    faults: [
      'reset before the body',
      'reset within the body',
      'reset after the body',
      'done, but the reply is lost',
    ],
  },
  { phase: 'Prime: upload', faults: ['408', '429, Retry-After in seconds', '500', '503'] },
  { phase: 'Prime: upload', faults: ['no reply at all', EXPIRED] },
  { phase: 'Pipecat: upload', faults: ['reset before the body', 'reset within the body'] },
  { phase: 'Pipecat: upload', faults: ['reset after the body', 'done, but the reply is lost'] },
  { phase: 'Pipecat: upload', faults: ['408', '429, Retry-After in seconds'] },
  { phase: 'Pipecat: upload', faults: ['500', '503'] },
  { phase: 'Pipecat: upload', faults: ['no reply at all', EXPIRED] },
];

export const UPLOAD_ONCE: readonly Cell[] = UPLOADS_SURVIVED.flatMap(({ phase, faults }) =>
  faults.map((fault): Cell => ({ fault, phase, times: 'once', ending: 'goes on' })),
);

const SAYS = {
  '503': 'was answered 503',
  'no reply at all': 'got no reply',
  [EXPIRED]: 'was answered 403',
} as const;

/** No build is requested, and the error does not contain a presigned address. */
export const UPLOAD_NEVER: readonly Cell[] = (['503', 'no reply at all', EXPIRED] as const).flatMap((fault) =>
  (['Prime: upload', 'Pipecat: upload'] as const).map(
    (phase): Cell => ({ fault, phase, times: 'for ever', ending: 'stops', says: SAYS[fault] }),
  ),
);
