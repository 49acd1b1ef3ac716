import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { identityStates, inPreuve, lastIndividu } from './shared/identity-states.ts';

/** Matricule and OID stored are those INSi returned. */
export const check: Check = {
  title: {
    fr: 'Matricule et OID enregistrés sont ceux qu’INSi a renvoyés',
    en: 'Matricule and OID stored are those INSi returned',
  },
  assertions: ['INS-ST-007'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.52', trust: 'V' },
    { source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'INSACTIF', trust: 'V' },
  ],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  findings: {
    'ins-missing': {
      says: {
        fr: 'L’identité ne porte pas d’INS alors qu’INSi en a renvoyé un',
        en: 'The identity has no INS though INSi returned one',
      },
      fix: {
        fr: 'Enregistrez matricule (15 caractères) et OID à l’acceptation',
        en: 'Store matricule (15 characters) and OID on acceptance',
      },
    },
    'matricule-differs': {
      says: {
        fr: 'Le matricule enregistré n’est pas celui renvoyé',
        en: 'The matricule stored is not the one returned',
      },
      fix: { fr: 'Enregistrez numéro et clé tels quels', en: 'Store number and key as they are' },
    },
    'oid-differs': {
      says: {
        fr: 'L’OID enregistré vaut « {actual} », INSi a renvoyé « {expected} »',
        en: 'The OID stored is "{actual}", INSi returned "{expected}"',
      },
      fix: {
        fr: 'Gardez l’OID de INSACTIF, sans le déduire',
        en: 'Keep the OID of INSACTIF, do not deduce it',
      },
    },
  },
  judge({ preuves }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const returned = lastIndividu(preuves);
    if (returned === undefined) return { examined: 0, findings: [] };
    const path = 'output.identite.ins';
    if (state.ins === undefined)
      return { examined: 1, findings: [inPreuve(state.preuve, path, { code: 'ins-missing' })] };
    const findings: Finding[] = [];
    if (state.ins.matricule !== returned.matricule)
      findings.push(
        inPreuve(state.preuve, `${path}.matricule`, {
          code: 'matricule-differs',
          expected: returned.matricule,
          actual: state.ins.matricule ?? '',
        }),
      );
    if (state.ins.oid !== returned.oid)
      findings.push(
        inPreuve(state.preuve, `${path}.oid`, {
          code: 'oid-differs',
          expected: returned.oid,
          actual: state.ins.oid ?? '',
        }),
      );
    return { examined: 1, findings };
  },
};
