import { clip } from '../../clip.ts';
import type { Console } from '../../host/console/console.ts';

/** Characters; a status or an error of the cloud may be of any length. */
const LONGEST = 1000;

/** Prints a notice about a build or a deployment. Masked before it is cut: half a secret would not be found any more. */
export function noticeTo({ info, maskText }: Pick<Console, 'info' | 'maskText'>): (notice: string) => void {
  return (notice) => info(clip(maskText(notice), LONGEST));
}
