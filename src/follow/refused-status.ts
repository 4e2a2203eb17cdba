import { HttpError } from '../errors.ts';

/** The hints of these are about the account; they hold in the middle of a build as well. */
const ABOUT_THE_ACCOUNT: readonly number[] = [402, 403];

/**
 * The error of a status request that is refused for good. The general hints are for a first request: they suspect
 * the inputs, with which the cloud has just accepted the build.
 * @param noun as in "the build"
 * @param wasThere the cloud had answered an earlier request of this kind
 */
export function refusedStatus(error: unknown, noun: string, wasThere: boolean): unknown {
  if (!(error instanceof HttpError) || error.status < 400) return error;
  const hint = hintFor(error.status, noun, wasThere);
  return hint === undefined
    ? error
    : new HttpError({ ...error, detail: error.detail }, { hint, cause: error });
}

function hintFor(status: number, noun: string, wasThere: boolean): string | undefined {
  const look = `Look for the ${noun} on the cloud before running the job again: it may go on there.`;
  if (status === 401)
    return `The cloud accepted the key until now: it has expired, or it was revoked. Give a new one as \`api-key\`. ${look}`;
  if (status === 404 || status === 410)
    return wasThere
      ? `The cloud had the ${noun} until now: it was deleted there, or the key has lost access to it. Run the job again if it is still needed.`
      : undefined;
  return ABOUT_THE_ACCOUNT.includes(status) ? undefined : look;
}
