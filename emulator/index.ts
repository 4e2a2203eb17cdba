/** `npm run emulator`: a local cloud until Ctrl-C. */

import { readCommandLine, USAGE } from './command-line.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { messageOf } from './message.ts';

try {
  const line = readCommandLine(process.argv.slice(2), process.env);
  if (line.kind === 'help') process.stdout.write(USAGE);
  else {
    const emulator = await startEmulator(line.options);
    if (line.history > 0) emulator.control.sgp.seedHistory(line.history);
    process.stdout.write(greeting(emulator));
    closeOnSignal(emulator);
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

function greeting({ url, credentials }: Emulator): string {
  return `The emulator listens on ${url} and plays SGP. Ctrl-C ends it and everything it builds.

A step's inputs (the key opens nothing but this emulator):

  with:
    base-url: ${url}
    api-key: ${credentials.apiKey}
    account-id: ${credentials.accountId}
    context: examples/agent
    manifest: examples/agent/manifest.yaml

Or in a shell:

  export SGP_CLIENT_BASE_URL=${url} SGP_API_KEY=${credentials.apiKey} SGP_ACCOUNT_ID=${credentials.accountId}
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
