/**
 * Everything that faulty inputs do not need, in one chunk: the step with valid inputs, the comment about faulty ones,
 * and post. Each file adds a millisecond to a start, and each kilobyte of the entry a thirtieth of one.
 */
export { openCommentOnFaults, openStep, runMode } from './modes/step/open-step.ts';
export { post } from './post.ts';
