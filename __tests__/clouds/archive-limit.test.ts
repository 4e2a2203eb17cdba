import { expect, test } from '@jest/globals';
import { refuseTooLarge } from '../../src/clouds/archive-limit.ts';
import { CLOUD_TRAITS } from '../../src/clouds/traits.ts';
import { UserError } from '../../src/errors.ts';

const archiveOf = (bytes: number) => ({ archive: { path: '/nowhere', bytes, md5: '' } });

test.each(Object.values(CLOUD_TRAITS))(
  '$title: the limit itself passes, one byte more does not',
  (traits) => {
    const { refuseAbove } = traits.archiveLimit;
    expect(() => refuseTooLarge(archiveOf(refuseAbove), traits)).not.toThrow();
    expect(() => refuseTooLarge(archiveOf(refuseAbove + 1), traits)).toThrow(UserError);
  },
);
