import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** One authentication mode, complete. */
export const check: Check = {
  title: { fr: 'Un seul mode d’authentification, complet', en: 'One authentication mode, complete' },
  assertions: ['INS-WS-013'],
  clauses: [
    { source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' },
    { source: 'REM 2023-02', section: 'INS/va1.14, INS/va1.37, INS/va1.58', trust: 'V' },
  ],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'no-authentication': {
      says: {
        fr: 'L’appel ne porte ni certificat, ni assertion',
        en: 'The call has neither certificate nor assertion',
      },
      fix: {
        fr: 'Présentez un certificat INSI-AUTO ou INSI-MANU, ou une assertion',
        en: 'Present an INSI-AUTO or INSI-MANU certificate, or an assertion',
      },
    },
    'mixed-authentication': {
      says: { fr: 'L’appel porte plusieurs modes : {actual}', en: 'The call has several modes: {actual}' },
      fix: {
        fr: 'N’envoyez qu’un mode : certificat sans assertion, ou assertion',
        en: 'Send one mode: certificate without assertion, or assertion',
      },
    },
    'certificate-name': {
      says: { fr: 'Le CN du certificat vaut « {actual} »', en: 'The CN of the certificate is "{actual}"' },
      fix: {
        fr: 'Utilisez un certificat dont le CN est INSI-AUTO ou INSI-MANU',
        en: 'Use a certificate whose CN is INSI-AUTO or INSI-MANU',
      },
    },
    'assertion-unsigned': {
      says: {
        fr: 'L’assertion CPx n’est pas signée, ou sa signature est fausse',
        en: 'The CPx assertion is not signed, or its signature is wrong',
      },
      fix: { fr: 'Signez l’assertion avec la carte CPx', en: 'Sign the assertion with the CPx card' },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { authentication } = call.view;
        const { modes, assertion } = authentication;
        if (modes.length === 0) return [inCall(call, 'Header/Security', { code: 'no-authentication' })];
        const said = modes.filter((mode) => mode !== 'bearer');
        if (said.length > 1)
          return [inCall(call, 'Header/Security', { code: 'mixed-authentication', actual: said.join(', ') })];
        const cn = authentication.certificateCommonName ?? '';
        if (said[0] === 'mtls' && cn !== 'INSI-AUTO' && cn !== 'INSI-MANU')
          return [
            inCall(call, 'tls.clientCertificate', {
              code: 'certificate-name',
              expected: 'INSI-AUTO | INSI-MANU',
              actual: cn,
            }),
          ];
        if (said[0] === 'cpx' && assertion?.signature !== 'valid')
          return [inCall(call, 'Header/Security/Assertion', { code: 'assertion-unsigned' })];
        return [];
      }),
    };
  },
};
