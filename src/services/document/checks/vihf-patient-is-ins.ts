import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import type { FoundVihf } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const RESOURCE = 'urn:oasis:names:tc:xacml:2.0:resource:resource-id';

/** The resource of the VIHF is the INS of the patient whom the message is about. */
export const check: Check = {
  title: { fr: 'Le VIHF désigne le patient par son INS', en: 'The VIHF designates the patient by the INS' },
  assertions: ['DMP-VIHF-07', 'DMP-VIHF-08', 'INS-XDS-002'],
  clauses: [
    { source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'mapping VIHF, resource-id', trust: 'V' },
    { source: 'SEL-MP-037 (guide DMP)', section: 'RG_3010', trust: '2' },
  ],
  reads: documentKinds,
  findings: {
    'resource-not-ins': sentences(
      'resource-id {actual} n’est pas une INS de la forme {expected}.',
      'resource-id {actual} is not an INS of the form {expected}.',
      'Écrire matricule^^^&OID&ISO^NH.',
      'Write matricule^^^&OID&ISO^NH.',
    ),
    'resource-not-patient': sentences(
      'resource-id désigne {actual}, le message concerne {expected}.',
      'resource-id designates {actual}, the message concerns {expected}.',
      'Produire un VIHF par patient.',
      'Produce one VIHF per patient.',
    ),
  },
  judge: (input) => judgeVihfs(input, inspect),
};

function inspect({ assertions, patientIds }: FoundVihf): Observation[] | undefined {
  const resources = assertions.flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name === RESOURCE),
  );
  if (resources.length === 0) return undefined;
  const concerned = new Set(patientIds.map((text) => parseCx(text)?.id ?? text));
  return resources.flatMap(({ values, at }): Observation[] => {
    const written = values[0]?.text ?? '';
    const cx = parseCx(written);
    if (cx?.type !== 'NH' || !isInsOid(cx.authority) || parseMatricule(cx.id) === undefined) {
      return [{ code: 'resource-not-ins', expected: 'matricule^^^&OID&ISO^NH', actual: written, at }];
    }
    if (concerned.size === 0 || (concerned.size === 1 && concerned.has(cx.id))) return [];
    return [{ code: 'resource-not-patient', expected: [...concerned].join(', '), actual: cx.id, at }];
  });
}
