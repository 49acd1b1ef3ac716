import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Attributes of the VIHF, in lower case: one of them is spelt in two ways by official texts. */
const known: ReadonlySet<string> = new Set([
  'vihf_version',
  'authentification_mode',
  'identifiant_structure',
  'secteur_activite',
  'urn:oasis:names:tc:xspa:1.0:subject:subject-id',
  'urn:oasis:names:tc:xacml:2.0:subject:role',
  'urn:oasis:names:tc:xacml:2.0:resource:resource-id',
  'ressource_urn',
  'urn:oasis:names:tc:xspa:1.0:subject:purposeofuse',
  'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code',
  'lps_nom',
  'lps_version',
  'lps_id',
  'lps_id_homologation_dmp',
]);

/** The VIHF has the attributes of its version and no other; those of older versions are not ignored for sure. */
export const check: Check = {
  title: { fr: 'Le VIHF n’a pas d’attribut inconnu', en: 'The VIHF has no unknown attribute' },
  assertions: ['DMP-VIHF-04'],
  clauses: [
    { source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'mapping VIHF', trust: 'V' },
    { source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'VIHF', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'attribute-unknown': sentences(
      'L’attribut {actual} n’est pas de cette version du VIHF.',
      'The attribute {actual} is not of this version of the VIHF.',
      'Retirer les attributs des versions antérieures (Profession, Mode_Acces, LPS_Type…).',
      'Remove attributes of former versions (Profession, Mode_Acces, LPS_Type…).',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) =>
      assertions
        .flatMap(({ attributes }) => attributes)
        .filter(({ name }) => !known.has(name.toLowerCase()))
        .map(({ name, at }) => ({ code: 'attribute-unknown', actual: name, at })),
    ),
};
