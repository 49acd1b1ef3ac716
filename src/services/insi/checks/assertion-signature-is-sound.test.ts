import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-signature-is-sound.ts';
import { cpxCall, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: signed by the card', [cpxCall()], 1, []],
  [
    'ok: RSA-PSS',
    [cpxCall({ signatureMethod: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1' })],
    1,
    [],
  ],
  ['none: no call', [], 0, []],
  ['none: an organisation certificate', [insiCall()], 0, []],
  [
    'none: a Pro Santé Connect session',
    [
      insiCall({
        authentication: {
          modes: ['psc-assertion'],
          assertion: { nameQualifier: 'PSC', signature: 'absent', attributes: {}, count: 1 },
        },
      }),
    ],
    0,
    [],
  ],
  ['ko: not signed', [cpxCall({ signature: 'absent', signer: null })], 1, ['assertion-unsigned']],
  [
    'ko: broken',
    [cpxCall({ signature: 'invalid', signatureProblem: 'digest' })],
    1,
    ['assertion-signature-wrong'],
  ],
  [
    'ko: SHA-1 signature',
    [cpxCall({ signatureMethod: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })],
    1,
    ['assertion-algorithm-weak'],
  ],
  [
    'ko: SHA-1 digest',
    [cpxCall({ digestMethod: 'http://www.w3.org/2000/09/xmldsig#sha1' })],
    1,
    ['assertion-algorithm-weak'],
  ],
  [
    'ko: inclusive canonicalization',
    [cpxCall({ canonicalization: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' })],
    1,
    ['assertion-canonicalization'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
