import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** One ContexteBAM, with version and COUVERTURE. */
export const check: Check = {
  title: {
    fr: 'Un ContexteBAM, avec version et COUVERTURE',
    en: 'One ContexteBAM, with version and COUVERTURE',
  },
  assertions: ['INS-WS-009'],
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'ServiceIdentiteCertifiee', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'contexte-bam-missing': {
      says: { fr: 'ContexteBAM est absent', en: 'ContexteBAM is missing' },
      fix: {
        fr: 'Ajoutez ctxbam:ContexteBAM à l’en-tête SOAP',
        en: 'Add ctxbam:ContexteBAM to the SOAP header',
      },
    },
    'contexte-bam-version': {
      says: {
        fr: 'L’attribut Version de ContexteBAM est absent',
        en: 'The Version attribute of ContexteBAM is missing',
      },
      fix: {
        fr: 'Ajoutez Version, 01_02 dans les exemples connus',
        en: 'Add Version, 01_02 in the known samples',
      },
    },
    'couverture-missing': {
      says: { fr: 'COUVERTURE est absent de ContexteBAM', en: 'COUVERTURE is missing from ContexteBAM' },
      fix: {
        fr: 'Ajoutez un élément COUVERTURE, vide pour une recherche par traits',
        en: 'Add a COUVERTURE element, empty for a search by traits',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const context = call.view.header.contexteBam;
        if (context === undefined) return [inCall(call, 'Header', { code: 'contexte-bam-missing' })];
        return [
          ...(context.version === undefined
            ? [inCall(call, 'Header/ContexteBAM/@Version', { code: 'contexte-bam-version' })]
            : []),
          ...(context.couverture === 'absent'
            ? [inCall(call, 'Header/ContexteBAM', { code: 'couverture-missing' })]
            : []),
        ];
      }),
    };
  },
};
