import { makeSigner, signAssertion, type SignerRecipe } from '../../../../tests/builders/build-signature.ts';
import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import type { Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-certificate-is-valid.ts';

function issued(name: string, recipe: SignerRecipe = {}, edits: readonly Edit[] = []): CheckCase {
  return {
    name,
    files: async () => [Buffer.from(signAssertion(buildVihf(edits), await makeSigner(recipe)))],
  };
}

provesCheck(check, {
  ok: [issued('valid'), issued('fractions of a second', {}, [['08:30:00Z', '08:30:00.123Z']])],
  ko: {
    'issue-instant-unreadable': [
      issued('local time', {}, [['08:30:00Z', '10:30:00+02:00']]),
      issued('no such day', {}, [['2026-06-11T08', '2026-13-11T08']]),
    ],
    'certificate-not-yet-valid': [issued('next month', { notBefore: '2026-07-01T00:00:00Z' })],
    'certificate-expired': [
      issued('yesterday', { notBefore: '2023-01-01T00:00:00Z', notAfter: '2026-06-10T00:00:00Z' }),
    ],
  },
});
