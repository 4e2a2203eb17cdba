import type { Step } from '../step/step.ts';

export type StepComment = Step['comment'];
/** What the comment of one step works with: the step without what opens connections to the cloud. */
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
