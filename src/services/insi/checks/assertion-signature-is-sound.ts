import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { assertionPath, cpxCalls } from './shared/cpx-assertions.ts';
import { inCall } from './shared/insi-calls.ts';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** The signature of the assertion holds, over all of it, by algorithms in force. */
export const check: Check = {
  title: {
    fr: 'La signature de l’assertion tient, sur toute l’assertion, par des algorithmes en vigueur',
    en: 'The signature of the assertion holds, over all of it, by algorithms in force',
  },
  assertions: ['INS-WS-014'],
  clauses: [
    { source: 'Clients publics d’INSi', section: 'assertion PS', trust: '2' },
    { source: 'W3C XML Signature 1.1', section: '3.2', trust: 'V' },
  ],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'assertion-unsigned': {
      says: { fr: 'L’assertion de la carte n’est pas signée', en: 'The assertion of the card is not signed' },
      fix: {
        fr: 'Signez l’assertion avec la clé d’authentification de la carte CPx',
        en: 'Sign the assertion with the authentication key of the CPx card',
      },
    },
    'assertion-signature-wrong': {
      says: {
        fr: 'La signature de l’assertion ne tient pas : {probleme}',
        en: 'The signature of the assertion does not hold: {probleme}',
      },
      fix: {
        fr: 'Signez en dernier, par une référence à l’ID de l’assertion, et ne touchez plus à rien ensuite',
        en: 'Sign last, by a reference to the ID of the assertion, and touch nothing afterwards',
      },
    },
    'assertion-algorithm-weak': {
      says: { fr: 'L’assertion est signée par {actual}', en: 'The assertion is signed by {actual}' },
      fix: {
        fr: 'Signez en RSA-SHA256 ou plus fort, empreinte SHA-256 ou plus forte',
        en: 'Sign by RSA-SHA256 or stronger, digest SHA-256 or stronger',
      },
    },
    'assertion-canonicalization': {
      says: { fr: 'La canonicalisation est {actual}', en: 'The canonicalization is {actual}' },
      fix: {
        fr: 'Canonicalisez par exc-c14n : l’assertion voyage dans une enveloppe SOAP',
        en: 'Canonicalize by exc-c14n: the assertion travels in a SOAP envelope',
      },
    },
  },
  judge({ preuves }) {
    const calls = cpxCalls(preuves);
    const findings = calls.flatMap((call): readonly Finding[] => {
      const { signature, signatureProblem, signatureMethod, digestMethod, canonicalization } = call.assertion;
      if (signature === 'absent') return [inCall(call, assertionPath, { code: 'assertion-unsigned' })];
      if (signature === 'invalid')
        return [
          inCall(call, `${assertionPath}/Signature`, {
            code: 'assertion-signature-wrong',
            values: { probleme: signatureProblem ?? '-' },
          }),
        ];
      const weak = [signatureMethod, digestMethod].find((method) => method?.endsWith('sha1') === true);
      const path = `${assertionPath}/Signature/SignedInfo`;
      return [
        ...(weak === undefined
          ? []
          : [inCall(call, path, { code: 'assertion-algorithm-weak', expected: 'SHA-256', actual: weak })]),
        ...(canonicalization?.startsWith(exclusive) === true
          ? []
          : [
              inCall(call, path, {
                code: 'assertion-canonicalization',
                expected: exclusive,
                actual: canonicalization ?? '-',
              }),
            ]),
      ];
    });
    return { examined: calls.length, findings };
  },
};
