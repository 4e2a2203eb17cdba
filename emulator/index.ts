/** `npm run emulator`: a local cloud until Ctrl-C. */

import { readCommandLine, USAGE } from './command-line.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { greetingOf } from './greeting.ts';
import { messageOf } from './message.ts';
import { PLAYED } from './played.ts';

try {
  const line = readCommandLine(process.argv.slice(2), process.env);
  if (line.kind === 'help') process.stdout.write(USAGE);
  else {
    const print = (text: string) => void process.stdout.write(`${text}\n`);
    const emulator = await startEmulator({ ...line.options, tell: print });
    for (const cloud of Object.values(PLAYED)) {
      if (line.history > 0) cloud.seedHistory(emulator.control, line.history);
    }
    process.stdout.write(greetingOf(emulator));
    closeOnSignal(emulator);
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

/** A second signal does not wait for the builds. */
function closeOnSignal(emulator: Emulator): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, async () => {
      process.stdout.write('\nEnding…\n');
      await emulator.close();
    });
  }
}
