import { countIn, type Json, objectIn, textIn } from './payload.ts';

/** The repository of the event, as the forge names it. */
export type EventRepository = {
  readonly owner: string;
  readonly name: string;
  /**
   * `<host>/<owner>/<name>`, the host in lower case and with its port if it has one: stored in builds and used to
   * identify previews; to be compared without regard to case. The payload's page comes first, as GITHUB_SERVER_URL
   * may be an internal address (docs/platform.md, Gitea). Empty where no host is known.
   */
  readonly addresses: readonly string[];
  /** The payload names the repository, not only the runner's variables. */
  readonly inPayload: boolean;
  /** The forge's number of the repository, which stays when it is renamed or moved. */
  readonly id?: number;
};

export function repositoryOf(payload: Json, env: NodeJS.ProcessEnv): EventRepository | undefined {
  const payloadRepository = objectIn(payload, 'repository');
  const fromPayload = splitName(textIn(payloadRepository, 'full_name'));
  const fromRunner = splitName(env.GITHUB_REPOSITORY);
  const own = fromRunner ?? fromPayload;
  if (own === undefined) return undefined;
  const hosts = [hostOf(textIn(payloadRepository, 'html_url')), hostOf(env.GITHUB_SERVER_URL)].filter(isText);
  const names = [fromPayload, fromRunner].filter((one) => one !== undefined);
  const all = names.flatMap(({ owner, name }) => hosts.map((host) => `${host}/${owner}/${name}`));
  const id = countIn(payloadRepository, 'id') ?? wholeNumber(env.GITHUB_REPOSITORY_ID);
  return {
    ...own,
    addresses: [...new Map(all.map((address) => [address.toLowerCase(), address])).values()],
    inPayload: fromPayload !== undefined,
    ...(id === undefined ? {} : { id }),
  };
}

function splitName(fullName: string | undefined): { owner: string; name: string } | undefined {
  const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(fullName ?? '') ?? [];
  return owner && name ? { owner, name } : undefined;
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return /^https?:$/.test(protocol) ? host : undefined;
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
