/** The run was cancelled, and this was not. `perhaps`: nobody knows, as the cloud has not confirmed its end. */
export type GoesOn = 'surely' | 'perhaps';

export const GOES_ON: Readonly<Record<GoesOn, string>> = { surely: 'goes on', perhaps: 'may go on' };
