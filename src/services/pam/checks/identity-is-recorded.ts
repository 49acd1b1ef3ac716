import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answersTo, identitiesNamed, inPreuve, insOf, sendings } from './shared/pam-preuves.ts';

type Options = {
  /** Whether the identity must be kept with the INS of the message, or without any. */
  readonly ins: 'present' | 'absent';
};

/** The identity of the last message is in the software, with or without its INS as the message commands. */
export const check: Check<Options> = {
  title: {
    fr: 'L’identité reçue est enregistrée, l’INS selon le statut reçu',
    en: 'The identity received is stored, the INS according to the status received',
  },
  assertions: ['INS-HL7-023', 'INS-HL7-024'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.62, INS/va1.67, INS/va1.68, INS/va1.73 (r.33)', trust: 'V' },
  ],
  reads: ['pam/sent', 'pilote/probe'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['ins'],
    properties: { ins: { enum: ['present', 'absent'] } },
  },
  findings: {
    'identity-missing': {
      says: {
        fr: 'Après {evenement}, la recherche ne trouve pas l’identité « {nom} »',
        en: 'After {evenement}, the search does not find identity "{nom}"',
      },
      fix: {
        fr: 'Créez ou mettez à jour l’identité du message, quel que soit son statut',
        en: 'Create or update the identity of the message, whatever its status',
      },
    },
    'ins-missing': {
      says: {
        fr: 'Après {evenement} avec INS et PID-32 = VALI, l’identité est sans INS',
        en: 'After {evenement} with INS and PID-32 = VALI, the identity has no INS',
      },
      fix: {
        fr: 'Enregistrez matricule et OID quand le message porte INS et VALI',
        en: 'Store matricule and OID when the message carries INS and VALI',
      },
    },
    'ins-differs': {
      says: {
        fr: 'L’INS enregistrée « {actual} » n’est pas celle du message « {expected} »',
        en: 'The INS stored "{actual}" is not that of the message "{expected}"',
      },
      fix: {
        fr: 'Enregistrez CX.1 (15 caractères) et l’OID de CX.4 tels quels',
        en: 'Store CX.1 (15 characters) and the OID of CX.4 as they are',
      },
    },
    'ins-kept': {
      says: {
        fr: 'Après {evenement} (PID-32 = {statut}), l’identité porte l’INS {actual}',
        en: 'After {evenement} (PID-32 = {statut}), the identity has INS {actual}',
      },
      fix: {
        fr: 'N’enregistrez l’INS qu’avec PID-32 = VALI, et effacez-la quand le flux la retire',
        en: 'Store the INS with PID-32 = VALI only, and erase it when the flow takes it away',
      },
    },
  },
  judge({ preuves, options, facts }) {
    const sent = sendings(preuves).at(-1);
    const searched = answersTo(preuves, 'ins.rechercher').at(-1);
    const patient = facts.deck.patients.find(({ role }) => role === sent?.view.role);
    if (sent === undefined || searched === undefined || patient === undefined)
      return { examined: 0, findings: [] };
    const { evenement, nomNaissance, statut } = sent.view;
    const values = { evenement, nom: nomNaissance, statut };
    const at = (finding: Omit<Finding, 'where'>): Finding =>
      inPreuve(searched.preuve, 'output.resultats', { values, ...finding });
    const found = identitiesNamed(searched.output, nomNaissance);
    if (found.length === 0) return { examined: 1, findings: [at({ code: 'identity-missing' })] };
    const held = found.map(insOf).filter((one) => one !== '');
    if (options.ins === 'absent')
      return { examined: 1, findings: held.map((actual) => at({ code: 'ins-kept', actual })) };
    const expected = `${patient.matricule} (${patient.oid})`;
    if (held.length === 0) return { examined: 1, findings: [at({ code: 'ins-missing', expected })] };
    return {
      examined: 1,
      findings: held.includes(expected)
        ? []
        : [at({ code: 'ins-differs', expected, actual: held.join(', ') })],
    };
  },
};
