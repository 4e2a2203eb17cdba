/** `npm run emulator`: a local cloud until Ctrl-C. */

import { readCommandLine, USAGE } from './command-line.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { messageOf } from './message.ts';
import { environmentOf, PLAYED } from './played.ts';

try {
  const line = readCommandLine(process.argv.slice(2), process.env);
  if (line.kind === 'help') process.stdout.write(USAGE);
  else {
    const emulator = await startEmulator(line.options);
    for (const cloud of Object.values(PLAYED)) {
      if (line.history > 0) cloud.seedHistory(emulator.control, line.history);
    }
    process.stdout.write(greeting(emulator));
    closeOnSignal(emulator);
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

function greeting(emulator: Emulator): string {
  const clouds = Object.entries(PLAYED);
  const steps = clouds.map(([name, { inputs }]) =>
    ['  with:', ...Object.entries({ cloud: name, ...inputs }).map((input) => `    ${input.join(': ')}`)].join(
      '\n',
    ),
  );
  const exports = clouds.map(([, cloud]) => {
    const values = Object.entries(environmentOf(cloud, emulator)).map((entry) => entry.join('='));
    return `  export ${values.join(' ')}`;
  });
  const titles = clouds.map(([, { title }]) => title).join(', ');
  return `The emulator listens on ${emulator.url} and plays ${titles}. Ctrl-C ends it and everything it builds.

A shell's variables (the key opens nothing but this emulator; the inputs base-url, api-key and account-id do as well):

${exports.join('\n')}

A step's inputs:

${steps.join('\n\n')}
`;
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
