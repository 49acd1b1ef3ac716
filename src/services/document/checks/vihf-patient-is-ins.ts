import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfPatients, type VihfPatient } from './reading/vihf-patients.ts';

/** The resource of the VIHF is an INS, in its CX form. */
export const check: Check = {
  title: { fr: 'Le VIHF désigne le patient par son INS', en: 'The VIHF designates the patient by the INS' },
  assertions: ['DMP-VIHF-07'],
  clauses: [
    { source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'mapping VIHF, resource-id', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'resource-not-ins': sentences(
      'resource-id {actual} n’est pas une INS de la forme {expected}.',
      'resource-id {actual} is not an INS of the form {expected}.',
      'Écrire matricule^^^&OID&ISO^NH.',
      'Write matricule^^^&OID&ISO^NH.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => {
      const resources = vihfPatients(assertions);
      return resources.length === 0 ? undefined : resources.flatMap(inspect);
    }),
};

function inspect({ written, at }: VihfPatient): readonly Observation[] {
  const cx = parseCx(written);
  return cx?.type === 'NH' && isInsOid(cx.authority) && parseMatricule(cx.id) !== undefined
    ? []
    : [{ code: 'resource-not-ins', expected: 'matricule^^^&OID&ISO^NH', actual: written, at }];
}
