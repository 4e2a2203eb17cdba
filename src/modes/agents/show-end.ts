import type { Console } from '../../host/console/console.ts';
import { failureOf } from '../../report/failure/annotation.ts';
import { sentence } from '../../report/failure/annotation-text.ts';
import { oneLine } from '../../report/text.ts';
import { withoutBackticks } from '../../without-backticks.ts';
import { type AgentLog, readAgentLog } from './agent-log.ts';
import { endedWell, type Member } from './member.ts';
import type { Printer } from './printer.ts';
import { endWords, nameOf } from './progress.ts';

/**
 * Shows the whole log of an agent that has ended as one closed group, and its remarks unless another agent already
 * showed them.
 */
export function showLog(
  printer: Printer,
  member: Member,
  log: AgentLog,
  remarks: { readonly console: Console; readonly shown: Set<string> },
): void {
  const title = `${nameOf(member)} ${endWords(member.recorder.result())}`;
  printer.group(title, (print) => readAgentLog(log.path, print));
  showRemarks(printer, member, log, remarks);
}

/** Shows an agent's remarks alone: of a cancelled step, which has no time for whole logs, that a build goes on. */
export function showRemarks(
  printer: Printer,
  member: Member,
  log: AgentLog,
  remarks: { readonly console: Console; readonly shown: Set<string> },
): void {
  for (const { severity, message } of log.remarks()) {
    if (remarks.shown.has(message)) continue;
    remarks.shown.add(message);
    printer.annotate(() => remarks.console[severity](`${nameOf(member)}: ${message}`));
  }
}

/** Lines of a failed agent's log that are shown again at the end. */
const LAST_LINES = 100;
/** Failed agents whose log lines are shown again; for further ones only the reason is. */
const SHOWN_AGAIN = 20;

/** Shows the failed agents again at the end, each with the reason, what to do, and its last log lines. */
export function showFailures(printer: Printer, members: readonly Member[]): void {
  const failed = members.filter(({ recorder }) => !endedWell(recorder.result()));
  for (const [at, member] of failed.entries()) {
    const result = member.recorder.result();
    const failure = failureOf(result);
    if (result.outcome === 'cancelled' || failure === undefined) continue;
    const hint =
      failure.hint === undefined ? '' : ` What to do: ${oneLine(withoutBackticks(failure.hint), 300)}`;
    const reason = sentence(oneLine(withoutBackticks(failure.message), 1_000));
    printer.line(`✗ ${nameOf(member)} (${member.agent.path}): ${reason}${hint}`.replaceAll('##[', '## ['));
    if (at < SHOWN_AGAIN && result.phases.length > 0)
      printer.group(`The last lines of ${nameOf(member)}`, (print) => lastLines(member.logFile, print));
  }
}

async function lastLines(path: string, print: Console['buildLines']): Promise<void> {
  let last: readonly string[] = [];
  let seen = 0;
  await readAgentLog(path, async (lines) => {
    seen += lines.length;
    last = [...last, ...lines].slice(-LAST_LINES);
  });
  if (seen > last.length) await print([`(${seen - last.length} lines before these are in ${path})`]);
  await print(last);
}
