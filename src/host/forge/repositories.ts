import { HttpError } from '../../errors.ts';
import { countIn } from '../event/event.ts';
import type { ForgeClient } from './client.ts';

export type Repositories = {
  /**
   * The forge's own number of the repository of this name, which stays when it is renamed or moved: forges lead from
   * a former name to the repository until another one takes the name. `undefined` where there is none, or the token
   * may not see it.
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
