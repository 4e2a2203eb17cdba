import type { Step } from '../step/step.ts';

export type StepComment = Step['comment'];
/** What the comment of one step needs: the step without the members for work on the cloud. */
export type CommentContext = Omit<
  Step,
  | 'comment'
  | 'cloud'
  | 'openCloud'
  | 'within'
  | 'turn'
  | 'openBuildLog'
  | 'background'
  | 'afterResult'
  | 'removeAtEnd'
>;
