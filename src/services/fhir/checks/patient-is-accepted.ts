import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inPreuve, sendings } from './shared/fhir-preuves.ts';

/** Each Patient that the software must take in is answered 200 or 201, and a creation says where it is. */
export const check: Check = {
  title: {
    fr: 'Le Patient reçu est accepté : 200, ou 201 avec Location',
    en: 'The Patient received is accepted: 200, or 201 with Location',
  },
  assertions: ['HX-FHIR-RECEPTION'],
  clauses: [{ source: 'FHIR R4', section: '3.1.0.4, 3.1.0.8', trust: 'V' }],
  reads: ['fhir/sent'],
  findings: {
    'not-answered': {
      says: {
        fr: 'Le Patient « {variante} » n’a reçu aucune réponse ({actual})',
        en: 'The Patient "{variante}" got no answer ({actual})',
      },
      fix: {
        fr: 'Écoutez à l’adresse déclarée (services.fhir.destinataire.url) et répondez en HTTP',
        en: 'Listen at the declared address (services.fhir.destinataire.url) and answer in HTTP',
      },
    },
    'not-accepted': {
      says: {
        fr: 'Le Patient « {variante} » est refusé par {actual}',
        en: 'The Patient "{variante}" is refused by {actual}',
      },
      fix: {
        fr: 'Acceptez-le : il suit FHIR R4 et FR Core 2.2.0',
        en: 'Accept it: it follows FHIR R4 and FR Core 2.2.0',
      },
    },
    'location-missing': {
      says: {
        fr: 'La réponse 201 n’a pas d’en-tête Location qui désigne le Patient',
        en: 'The answer 201 has no Location header that designates the Patient',
      },
      fix: {
        fr: 'Répondez Location: [base]/Patient/[id]/_history/[version]',
        en: 'Answer Location: [base]/Patient/[id]/_history/[version]',
      },
    },
  },
  judge({ preuves }) {
    const sent = sendings(preuves);
    const findings = sent.flatMap((preuve): readonly Finding[] => {
      const { issue, status, variante, responseHeaders } = preuve.view;
      const values = { variante };
      if (issue !== 'answered') {
        return [inPreuve(preuve, 'issue', { code: 'not-answered', actual: issue, values })];
      }
      if (status !== 200 && status !== 201) {
        return [
          inPreuve(preuve, 'status', { code: 'not-accepted', expected: '200 | 201', actual: status, values }),
        ];
      }
      const location = responseHeaders.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
      return status === 200 || /Patient\/[A-Za-z0-9\-.]{1,64}(\/_history\/[^/]+)?$/.test(location)
        ? []
        : [inPreuve(preuve, 'responseHeaders.location', { code: 'location-missing', actual: location })];
    });
    return { examined: sent.length, findings };
  },
};
