import { makeSigner, signAssertion, type Signer } from '../../../../tests/builders/build-signature.ts';
import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import type { Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-issuer-is-signer.ts';

const seal = makeSigner();
const issuer = 'CN=cachet-test,OU=10B0127189,O=CLINIQUE ZZTEST,C=FR';

function issued(name: string, edits: readonly Edit[] = [], by: Promise<Signer> = seal): CheckCase {
  return { name, files: async () => [Buffer.from(signAssertion(buildVihf(edits), await by))] };
}

provesCheck(check, {
  ok: [
    issued('the name of the seal'),
    issued('other order and spaces', [[issuer, 'C=FR, O=CLINIQUE ZZTEST, OU=10B0127189, CN=cachet-test']]),
    issued(
      'a card, RDN of two parts by OID',
      [[issuer, 'CN=899700000019+2.5.4.4=#0C095A5A4D45444543494E,C=FR']],
      makeSigner({ subject: 'CN=899700000019+SN=ZZMEDECIN, C=FR' }),
    ),
  ],
  ko: {
    'issuer-format-wrong': [
      issued('hyphen lost', [['nameid-format:X509', 'nameidformat:X509']]),
      issued('absent', [[/ Format="[^"]*"/, '']]),
    ],
    'issuer-unreadable': [issued('a label', [[issuer, 'Logiciel de la clinique']])],
    'issuer-not-signer': [
      issued('the authentication certificate', [['CN=cachet-test', 'CN=auth-test']]),
      issued('a part less', [[',C=FR', '']]),
    ],
  },
});
