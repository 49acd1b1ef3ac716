import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { assertionPath, cpxCalls } from './shared/cpx-assertions.ts';
import { inCall } from './shared/insi-calls.ts';
import { fitsArrival } from './shared/moments.ts';

/** The certificate that signed the assertion is in force and chains to an authority of cards. */
export const check: Check = {
  title: {
    fr: 'Le certificat signataire de l’assertion est en cours de validité et remonte à une autorité de cartes',
    en: 'The certificate that signed the assertion is in force and chains to an authority of cards',
  },
  assertions: ['INS-WS-014'],
  clauses: [
    { source: 'Clients publics d’INSi', section: 'assertion PS', trust: '2' },
    { source: 'RFC 5280', section: '6.1.3', trust: 'V' },
  ],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'signer-unreadable': {
      says: {
        fr: 'L’assertion ne porte aucun certificat lisible',
        en: 'The assertion carries no certificate that can be read',
      },
      fix: {
        fr: 'Joignez le certificat de la carte dans KeyInfo/X509Data',
        en: 'Attach the certificate of the card in KeyInfo/X509Data',
      },
    },
    'signer-not-in-force': {
      says: {
        fr: 'Le certificat signataire est valable du {debut} au {fin}, l’appel est du {actual}',
        en: 'The signing certificate is in force from {debut} to {fin}, the call is of {actual}',
      },
      fix: {
        fr: 'Refusez d’appeler avec une carte périmée et dites-le à l’utilisateur',
        en: 'Refuse to call with an expired card and tell the user',
      },
    },
    'signer-unknown': {
      says: {
        fr: 'Le certificat signataire ({actual}) ne remonte à aucune autorité connue du banc',
        en: 'The signing certificate ({actual}) chains to no authority known to the bench',
      },
      fix: {
        fr: 'Signez avec la carte de test, ou donnez son autorité dans services.insi.autoritesCartes',
        en: 'Sign with the test card, or give its authority in services.insi.autoritesCartes',
      },
    },
  },
  judge({ preuves }) {
    const calls = cpxCalls(preuves).filter(({ assertion }) => assertion.signature !== 'absent');
    const findings = calls.flatMap((call): readonly Finding[] => {
      const path = `${assertionPath}/Signature/KeyInfo`;
      const { signer } = call.assertion;
      if (signer === undefined) return [inCall(call, path, { code: 'signer-unreadable' })];
      const [start, end] = [Date.parse(signer.notBefore), Date.parse(signer.notAfter)];
      return [
        ...(fitsArrival(call.view, (now) => start <= now && now <= end)
          ? []
          : [
              inCall(call, path, {
                code: 'signer-not-in-force',
                actual: call.view.receivedAt.real,
                values: { debut: signer.notBefore, fin: signer.notAfter },
              }),
            ]),
        ...(signer.trusted ? [] : [inCall(call, path, { code: 'signer-unknown', actual: signer.subject })]),
      ];
    });
    return { examined: calls.length, findings };
  },
};
