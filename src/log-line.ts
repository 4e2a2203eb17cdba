/** Judges one line of a build log: an error, progress, or only a closing line. */

/** Characters of a line that are read: enough to recognise its kind. */
const LOOKED_AT = 1000;

/**
 * Lines that only report progress, of which package managers and registries print hundreds: pip, apt, npm, cargo,
 * BuildKit's layers (`sha256:… 1.05MB / 29.15MB`), and bars or percentages at the line's end or beginning.
 */
const PROGRESS =
  /^\s*(?:(?:Collecting|Downloading|Downloaded|Fetching|Pulling|Extracting|Unpacking|Preparing to unpack|Selecting previously|Setting up|Processing triggers|Using cached|Obtaining dependency|Requirement already satisfied|Compiling|Receiving objects|Resolving deltas|Building wheel|Created wheel|Stored in directory)\b|(?:Get|Hit|Ign):\d+ |(?:resolve|extracting|sha256:)\S* |npm http |\(?\d{1,3}%|\[[=>#. -]{3,}\])|(?:\d{1,3}%|[━█▏▎▍▌▋▊▉#=]{5,}|\[[=>#. -]{5,}\]).{0,60}$/;

const ERROR =
  /\b(?:errors?|fatal|exception|traceback|panic|cannot|could not|can't|not found|no such|denied|failed|undefined|invalid|unable to|refused|killed)\b|\b[A-Z]\w*(?:Error|Exception)\b/i;

/** Builders end a failure with the exit status of the command, and print separator lines around repeated output. */
const CLOSING =
  /did not complete successfully|failed to solve|returned a non-zero code|exit(?:ed with)?(?: code| status)?:? \d+\s*$|^\s*(?:[-=>]{3,}|> \[)/i;

/** Whether the line only reports progress: such lines are left out first. */
export function isProgress(line: string): boolean {
  const seen = line.slice(0, LOOKED_AT);
  return PROGRESS.test(seen) && !ERROR.test(seen);
}

/** Whether the line reports an error, by the words that tools use for one. */
export function carriesError(line: string): boolean {
  return ERROR.test(line.slice(0, LOOKED_AT));
}

/** Whether the line only repeats that something failed, without the reason. */
export function isClosing(line: string): boolean {
  return CLOSING.test(line.slice(0, LOOKED_AT));
}
