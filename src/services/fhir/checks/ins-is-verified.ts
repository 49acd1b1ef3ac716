import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inPreuve, isObject, sendings } from './shared/fhir-preuves.ts';

/** Each INS that a third party sent is verified by INSi, as it was sent. */
export const check: Check = {
  title: {
    fr: 'L’INS reçue d’un autre domaine est vérifiée par INSi',
    en: 'The INS of another domain is verified by INSi',
  },
  assertions: ['INS-ST-031'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.11 (r.52), INS/va1.13 (r.30)', trust: 'V' }],
  reads: ['fhir/sent', 'insi/verification-request'],
  findings: {
    'not-verified': {
      says: {
        fr: 'L’INS {expected} reçue en FHIR n’a été suivie d’aucune vérification INSi',
        en: 'The INS {expected} received in FHIR was followed by no INSi verification',
      },
      fix: {
        fr: 'Lancez la vérification INSi dès qu’une INS arrive d’un autre domaine, sauf si elle est déjà récupérée ou qualifiée',
        en: 'Start the INSi verification as soon as an INS of another domain comes, unless it is récupérée or qualifiée already',
      },
    },
    'other-ins-verified': {
      says: {
        fr: 'La vérification INSi porte sur {actual}, {expected} a été reçue',
        en: 'The INSi verification is about {actual}, {expected} was received',
      },
      fix: {
        fr: 'Vérifiez l’INS reçue telle quelle : numéro, clé et OID',
        en: 'Verify the INS received as it is: number, key and OID',
      },
    },
  },
  judge({ preuves, facts }) {
    const verified = preuves.filter(({ kind }) => kind === 'insi/verification-request').map(verifiedIns);
    let examined = 0;
    const findings = sendings(preuves).flatMap((preuve): readonly Finding[] => {
      const patient = facts.deck.patients.find(({ role }) => role === preuve.view.role);
      if (patient === undefined || !preuve.view.ins || preuve.view.issue !== 'answered') return [];
      examined += 1;
      const expected = `${patient.matricule} (${patient.oid})`;
      if (verified.length === 0) return [inPreuve(preuve, 'ins', { code: 'not-verified', expected })];
      return verified.includes(expected)
        ? []
        : [inPreuve(preuve, 'ins', { code: 'other-ins-verified', expected, actual: verified.join(', ') })];
    });
    return { examined, findings };
  },
};

/** `matricule (oid)` of a verification, as the call says it. */
function verifiedIns({ view }: { readonly view: unknown }): string {
  const ins = isObject(view) ? view['ins'] : undefined;
  const of = (name: string): string => {
    const value = isObject(ins) ? ins[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return `${of('numIdentifiant')}${of('cle')} (${of('oid')})`;
}
