import type { Check } from '../../../domain/check.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

/** Attributes and status agree, and only a VALI or QUAL identity carries its INS. */
export const check: Check = {
  title: {
    fr: 'Attributs, statut et INS sont compatibles',
    en: 'Attributes, status and INS are compatible',
  },
  assertions: ['INS-FHIR-005'],
  clauses: [
    { source: 'FR Core (sources non publiées)', section: 'fr-core-identity-reliability-1, -2', trust: '2' },
    { source: 'REM 2023-02', section: 'INS/va1.59 (r.28), INS/va1.44 (r.25)', trust: 'V' },
  ],
  reads: fhirKinds,
  findings: {
    'attribute-needs-prov': sentences(
      'L’attribut {actual} va avec le statut {statut}, PROV attendu.',
      'The attribute {actual} goes with status {statut}, PROV is expected.',
      'Abaisser à PROV une identité douteuse ou fictive, et retirer son INS.',
      'Lower to PROV an identity that is doubtful or fictive, and drop its INS.',
    ),
    'attributes-exclusive': sentences(
      'FICT et DOUT sont posés ensemble.',
      'FICT and DOUT are set together.',
      'Ne garder que l’un des deux.',
      'Keep one of the two.',
    ),
    'ins-not-allowed': sentences(
      'Une INS est transmise au statut {statut}.',
      'An INS is sent with status {statut}.',
      'Ne transmettre l’INS que d’une identité qualifiée.',
      'Send the INS of qualified identities only.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) => {
      if (read.reliabilities === 0) return undefined;
      const at = { path: 'Patient.extension(identityReliability)' };
      const lowering = read.attributes.filter((code) => code === 'DOUT' || code === 'FICT');
      const status = read.statuses.filter((code) => /^(PROV|VALI|RECUP|QUAL)$/.test(code));
      const values = { statut: status.join(', ') };
      const higher = status.some((code) => code !== 'PROV');
      const active = read.ins.some((ins) => ins.use !== 'old');
      const allowed = status.includes('VALI') || status.includes('QUAL');
      return [
        ...(higher ? lowering.map((actual) => ({ code: 'attribute-needs-prov', actual, values, at })) : []),
        ...(new Set(lowering).size > 1 ? [{ code: 'attributes-exclusive', at }] : []),
        ...(active && !allowed
          ? [{ code: 'ins-not-allowed', values, at: { path: 'Patient.identifier' } }]
          : []),
      ];
    }),
};
