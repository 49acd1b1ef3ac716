import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** One ContexteLPS, with its version and nature. */
export const check: Check = {
  title: {
    fr: 'Un ContexteLPS, avec sa version et sa nature',
    en: 'One ContexteLPS, with its version and nature',
  },
  assertions: ['INS-WS-005'],
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'ServiceIdentiteCertifiee', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'contexte-lps-missing': {
      says: { fr: 'ContexteLPS est absent', en: 'ContexteLPS is missing' },
      fix: {
        fr: 'Ajoutez ctxlps:ContexteLPS à l’en-tête SOAP',
        en: 'Add ctxlps:ContexteLPS to the SOAP header',
      },
    },
    'contexte-lps-version': {
      says: {
        fr: 'L’attribut Version de ContexteLPS est absent',
        en: 'The Version attribute of ContexteLPS is missing',
      },
      fix: { fr: 'Ajoutez Version="01_00"', en: 'Add Version="01_00"' },
    },
    'contexte-lps-nature': {
      says: {
        fr: 'La Nature de ContexteLPS vaut « {actual} »',
        en: 'The Nature of ContexteLPS is "{actual}"',
      },
      fix: {
        fr: 'Écrivez Nature="CTXLPS" ou retirez l’attribut',
        en: 'Write Nature="CTXLPS" or drop the attribute',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const context = call.view.header.contexteLps;
        if (context === undefined) return [inCall(call, 'Header', { code: 'contexte-lps-missing' })];
        return [
          ...(context.version === undefined
            ? [inCall(call, 'Header/ContexteLPS/@Version', { code: 'contexte-lps-version' })]
            : []),
          ...(context.nature === undefined || context.nature === 'CTXLPS'
            ? []
            : [
                inCall(call, 'Header/ContexteLPS/@Nature', {
                  code: 'contexte-lps-nature',
                  expected: 'CTXLPS',
                  actual: context.nature,
                }),
              ]),
        ];
      }),
    };
  },
};
