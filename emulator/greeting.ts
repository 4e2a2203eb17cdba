import type { Emulator } from './emulator.ts';
import { environmentOf, PLAYED, type PlayedCloud } from './played.ts';

/** The first lines in the terminal: shell commands that work as they are, and the inputs of a step. */
export function greetingOf(emulator: Pick<Emulator, 'url' | 'credentials'>): string {
  const clouds = Object.entries(PLAYED);
  const titles = clouds.map(([, { title }]) => title).join(', ');
  const shellLines = clouds.map(([, cloud]) => shellOf(cloud, emulator));
  const steps = clouds.map(([name, { inputs }]) =>
    ['  with:', ...Object.entries({ cloud: name, ...inputs }).map((input) => `    ${input.join(': ')}`)].join(
      '\n',
    ),
  );
  return `The emulator listens on ${emulator.url} and plays ${titles}. Ctrl-C ends it and everything it builds.
What the real clouds ignore is ignored and told here, line by line; with --strict it is refused, as in tests.

For a shell in the repository's folder (the key opens nothing but this emulator):

${shellLines.join('\n\n')}

A step's inputs (base-url, api-key and account-id do as well as these variables):

${steps.join('\n\n')}

`;
}

function shellOf(cloud: PlayedCloud, emulator: Pick<Emulator, 'url' | 'credentials'>): string {
  const variables = { ...environmentOf(cloud, emulator), ...cloud.more };
  const values = Object.entries(variables).map((entry) => entry.join('='));
  return [`# ${cloud.title}`, `export ${values.join(' ')}`, ...cloud.commands].join('\n');
}
