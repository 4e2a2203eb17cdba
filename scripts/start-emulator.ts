import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * Starts the emulator for the later steps of a job, on any operating system, and waits until it answers:
 * `node lib/scripts/start-emulator.js PORT LOG`. Prints its process id and leaves it running; ends with 1 and the
 * emulator's words where it does not answer within 60 seconds. `npm run build` makes both.
 */
const [port = '8787', log = 'emulator.log'] = process.argv.slice(2);
/** Beside this file, in `lib/` as in the sources. */
const program = new URL(
  `../emulator/index${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);
const output = openSync(log, 'a', 0o600);
const emulator = spawn(process.execPath, [...process.execArgv, fileURLToPath(program), '--port', port], {
  detached: true,
  windowsHide: true,
  stdio: ['ignore', output, output],
});
closeSync(output);

/** Any answer will do: the emulator knows nothing of this path. */
const answers = () =>
  fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );

const deadline = Date.now() + 60_000;
let ready = false;
while (!ready && emulator.exitCode === null && Date.now() < deadline) {
  await pause(200);
  ready = await answers();
}
// Another program may answer at this port, where the emulator has ended because it is taken.
if (ready && emulator.exitCode === null) {
  process.stdout.write(`${emulator.pid}\n`);
  emulator.unref();
} else {
  emulator.kill();
  process.stderr.write(`The emulator does not answer at port ${port}:\n${readFileSync(log, 'utf8')}`);
  process.exitCode = 1;
}
