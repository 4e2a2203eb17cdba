import { parseArgs } from 'node:util';
import type { BuilderChoice } from './builder/builder.ts';
import { readCloudOptions } from './cloud-options.ts';
import { PIPECAT_CHOICES, PIPECAT_DEFAULTS } from './clouds/pipecat/options.ts';
import { PRIME_CHOICES, PRIME_DEFAULTS } from './clouds/prime/options.ts';
import { SGP_CHOICES, SGP_DEFAULTS } from './clouds/sgp/options.ts';
import type { EmulatorOptions } from './emulator.ts';
import type { Rule } from './faults/fault.ts';

export const USAGE = `npm run emulator -- [flags]

  --port N             default: any free one
  --prefix /path       what all paths begin with
  --builder WHICH      auto (default), buildah, play
  --workers N          builds at once, default 4
  --pace FACTOR        on the durations of played builds; 0 plays at once
  --history N          builds that were made before
  --strict             refuse what a contract does not allow, as tests do; else what the clouds ignore is ignored
  --misbehave JSON     may be given again; also EMULATOR_MISBEHAVE with a JSON list, e.g.
                       {"operation":"getBuild","times":5,"fault":{"kind":"status","status":503}}
                       {"operation":"streamBuildLogs","times":9,"fault":{"kind":"stream","resetEvery":10}}
  --sgp JSON           which server version is played, e.g. {"records":"legacy","deployWords":"sdk"}
  --prime JSON         e.g. {"generation":"older"} for container images, {"records":"flat","uploadSeconds":5}
  --pipecat JSON       e.g. {"readiness":"older"}, {"architecture":"unknown"}, {"secretSets":["voice"]}
  --help
`;

type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'start'; readonly options: EmulatorOptions; readonly history: number };

/** @throws {Error} with a sentence for the person who typed */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      prefix: { type: 'string', default: '' },
      builder: { type: 'string', default: 'auto' },
      workers: { type: 'string', default: '4' },
      pace: { type: 'string', default: '1' },
      strict: { type: 'boolean', default: false },
      history: { type: 'string', default: '0' },
      misbehave: { type: 'string', multiple: true, default: [] },
      sgp: { type: 'string', default: '{}' },
      prime: { type: 'string', default: '{}' },
      pipecat: { type: 'string', default: '{}' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  const rules = (readJson('EMULATOR_MISBEHAVE', env.EMULATOR_MISBEHAVE || '[]') as Rule[]).concat(
    values.misbehave.map((text) => readJson('--misbehave', text) as Rule),
  );
  return {
    kind: 'start',
    history: readNumber('--history', values.history),
    options: {
      port: readNumber('--port', values.port),
      prefix: values.prefix,
      builder: readChoice(values.builder),
      workers: readNumber('--workers', values.workers),
      pace: readNumber('--pace', values.pace),
      strict: values.strict,
      misbehave: rules.map(readRule),
      ...readServers(values),
    },
  };
}

/** @throws {Error} for an option that the emulated server does not have */
function readServers(
  values: Readonly<Record<'sgp' | 'prime' | 'pipecat', string>>,
): Required<Pick<EmulatorOptions, 'sgp' | 'prime' | 'pipecat'>> {
  return {
    sgp: readCloudOptions('--sgp', readJson('--sgp', values.sgp), {
      defaults: SGP_DEFAULTS,
      more: ['secrets'],
      choices: SGP_CHOICES,
    }),
    prime: readCloudOptions('--prime', readJson('--prime', values.prime), {
      defaults: PRIME_DEFAULTS,
      choices: PRIME_CHOICES,
    }),
    pipecat: readCloudOptions('--pipecat', readJson('--pipecat', values.pipecat), {
      defaults: PIPECAT_DEFAULTS,
      more: ['secretSets', 'architectures'],
      choices: PIPECAT_CHOICES,
    }),
  };
}

function readChoice(text: string): BuilderChoice {
  if (text === 'auto' || text === 'buildah' || text === 'play') return text;
  throw new Error(`--builder ${text}: expected auto, buildah or play`);
}

function readNumber(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new Error(`${flag} ${text}: expected a number`);
  return value;
}

function readJson(flag: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${flag} ${text}: expected JSON`, { cause });
  }
}

/** JSON has no patterns and no infinity: a path between slashes is a pattern, `"times": "always"` never ends. */
function readRule(rule: Rule): Rule {
  if (typeof rule.fault?.kind !== 'string')
    throw new Error(`--misbehave ${JSON.stringify(rule)}: it has no fault.kind`);
  const pattern = typeof rule.path === 'string' ? /^\/(.+)\/$/.exec(rule.path)?.[1] : undefined;
  return {
    ...rule,
    ...(pattern === undefined ? {} : { path: new RegExp(pattern) }),
    ...((rule.times as unknown) === 'always' ? { times: Number.POSITIVE_INFINITY } : {}),
  };
}
