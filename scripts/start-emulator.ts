import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * Starts the emulator for the later steps of a job, on any operating system, and waits until it answers: `node
 * lib/scripts/start-emulator.js PORT LOG`. Prints its process id and leaves it running. Exits with 1 and the
 * emulator's output if it does not answer within 60 seconds. `npm run build` compiles both.
 */
const [port = '8787', log = 'emulator.log'] = process.argv.slice(2);
/** In the same place relative to this file, in `lib/` and in the sources. */
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

/** Any reply is enough: the emulator does not have this path. */
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
// If the port is taken and the emulator has exited, another program may answer there.
if (ready && emulator.exitCode === null) {
  process.stdout.write(`${emulator.pid}\n`);
  emulator.unref();
} else {
  emulator.kill();
  process.stderr.write(`The emulator does not answer at port ${port}:\n${readFileSync(log, 'utf8')}`);
  process.exitCode = 1;
}
