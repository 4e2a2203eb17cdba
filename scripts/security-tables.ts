import {
  GIT_COMMANDS,
  GIT_ENVIRONMENT,
  GIT_GUARDS,
  GIT_HOME_VARIABLES,
  GIT_PROTECTIONS,
  GIT_SETTINGS,
  GIT_VARIABLES,
  type GitCommand,
} from '../src/git/commands.ts';

const BEGIN = '<!-- git: written by `npm run docs` from src/git/commands.ts -->';
const END = '<!-- end of git -->';

/**
 * @returns docs/security.md with its tables of git commands and their protections replaced
 * @throws Error where a marker is missing
 */
export function securityWith(text: string): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from)
    throw new Error(`the markers "${BEGIN}" and "${END}" are not in the text, in this order`);
  return `${text.slice(0, from + BEGIN.length)}\n${gitTables()}\n${text.slice(to)}`;
}

function gitTables(): string {
  const commands: readonly GitCommand[] = Object.values(GIT_COMMANDS);
  return [
    '| command | what is asked |',
    '| --- | --- |',
    ...commands.map(
      ({ args, values, asks }) => `| \`${['git', ...args, values ?? ''].join(' ').trim()}\` | ${asks} |`,
    ),
    '',
    '| what could have a program run, or see a key | what stops it |',
    '| --- | --- |',
    ...GIT_PROTECTIONS.map(([threat, answer]) => `| ${threat} | ${answer} |`),
    '',
    `Before each command: \`${GIT_GUARDS.join(' ')}\`.`,
    `Settings that are taken over: ${list(GIT_SETTINGS)}.`,
    `Environment: \`PATH\` (the folder of git), ${list(Object.entries(GIT_ENVIRONMENT).map((pair) => pair.join('=')))}, and where they are set ${list(GIT_VARIABLES)}; for the listing of the settings also ${list(GIT_HOME_VARIABLES)}.`,
  ].join('\n');
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
