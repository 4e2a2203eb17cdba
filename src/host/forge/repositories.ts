import { HttpError } from '../../errors.ts';
import { countIn } from '../event/event.ts';
import type { ForgeClient } from './client.ts';

export type Repositories = {
  /**
   * The forge's number of the repository with this name, which stays when it is renamed or moved. Forges redirect a
   * former name until another repository gets it. `undefined` if there is none, or the token may not see it.
   */
  readonly repositoryNumber: (
    of: { readonly owner: string; readonly name: string },
    signal: AbortSignal,
  ) => Promise<number | undefined>;
};

export function repositoriesOf(client: ForgeClient): Repositories {
  return {
    repositoryNumber: async ({ owner, name }, signal) => {
      const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
      try {
        return countIn(await client.object({ method: 'GET', path, signal }), 'id');
      } catch (thrown) {
        if (thrown instanceof HttpError && [401, 403, 404].includes(thrown.status)) return undefined;
        throw thrown;
      }
    },
  };
}
