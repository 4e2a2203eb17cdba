/** The builders whose output is understood. */
export type Builder = 'buildkit' | 'classic' | 'buildah' | 'kaniko';

/** Which step of how many, as the builder counts; `stage` is its name (BuildKit) or its number from 1 (buildah). */
export type StepPosition = { readonly number: number; readonly of?: number; readonly stage?: string };

/** What one line of a build log says of the steps. `figure`: seconds since the start, of the step or of the build. */
export type StepSignal =
  | {
      readonly kind: 'step';
      readonly builder: Builder;
      readonly label: string;
      readonly instruction: string;
      readonly position?: StepPosition;
      readonly figure?: number;
    }
  /** BuildKit's name of a vertex, or its progress: which one depends on the lines before. */
  | { readonly kind: 'vertex'; readonly vertex: string; readonly text: string }
  | { readonly kind: 'output'; readonly text: string; readonly vertex?: string; readonly figure?: number }
  | { readonly kind: 'cached'; readonly vertex?: string; readonly instruction?: string }
  | { readonly kind: 'done'; readonly vertex?: string; readonly seconds?: number; readonly figure?: number }
  | { readonly kind: 'cancelled'; readonly vertex: string }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly vertex?: string;
      readonly instruction?: string;
    }
  /** The build failed; the line does not say in which step. */
  | { readonly kind: 'build-failed'; readonly message: string }
  /** The Dockerfile itself is faulty. */
  | { readonly kind: 'unparsable'; readonly message: string; readonly line?: number }
  /** The line of the Dockerfile that the builder points at. */
  | { readonly kind: 'excerpt'; readonly line: number }
  | { readonly kind: 'noise' };
