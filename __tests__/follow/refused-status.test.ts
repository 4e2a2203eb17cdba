import { expect, test } from '@jest/globals';
import { HttpError } from '../../src/errors.ts';
import { refusedStatus } from '../../src/follow/refused-status.ts';

const GENERAL = 'Check the input `api-key`.';

const refused = (status: number) =>
  new HttpError(
    { method: 'GET', url: 'https://cloud.invalid/builds/1', status, effect: 'no', detail: 'its words' },
    { hint: GENERAL },
  );

test.each<[status: number, wasThere: boolean, hint: string | RegExp]>([
  [200, true, GENERAL],
  [307, true, GENERAL],
  [400, true, /^Look for the build on the cloud/],
  [401, true, /accepted the key until now.*Look for the build/],
  [401, false, /accepted the key until now/],
  [402, true, GENERAL],
  [403, true, GENERAL],
  [404, true, /had the build until now/],
  [404, false, GENERAL],
  [409, true, /^Look for the build on the cloud/],
  [410, true, /had the build until now/],
  [413, true, /^Look for the build on the cloud/],
  [422, true, /^Look for the build on the cloud/],
])(
  'a status request that is refused with %d (seen before: %s) has a hint for that moment',
  (status, wasThere, hint) => {
    const before = refused(status);
    const after = refusedStatus(before, 'build', wasThere) as HttpError;
    if (typeof hint === 'string') expect(after.hint).toBe(hint);
    else expect(after.hint).toMatch(hint);
    expect(after).toMatchObject({ status, message: before.message, detail: 'its words' });
    // An annotation cuts a longer one.
    expect(after.hint?.length).toBeLessThanOrEqual(300);
  },
);

test('another error stays as it is', () => {
  const error = new TypeError('x');
  expect(refusedStatus(error, 'build', true)).toBe(error);
});
