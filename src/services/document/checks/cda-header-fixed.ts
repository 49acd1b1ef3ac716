import type { Check } from '../../../domain/check.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const HL7_FRANCE = '2.16.840.1.113883.2.8.2.1';
const CI_SIS = '1.2.250.1.213.1.1.1.1';
const LEVEL_1 = '1.3.6.1.4.1.19376.1.2.20';

/** The header declares what every French document declares: realm, type, templates, language. */
export const check: Check = {
  title: {
    fr: 'L’en-tête CDA porte les valeurs fixes françaises',
    en: 'The CDA header carries the fixed French values',
  },
  assertions: ['DMP-CDA-03'],
  clauses: [
    {
      source: 'CI-SIS Volet Structuration minimale 1.16',
      section: 'realmCode, typeId, templateId, languageCode',
      trust: 'V',
    },
  ],
  reads: documentKinds,
  findings: {
    'realm-wrong': sentences(
      'Le domaine du document est {actual}, attendu {expected}.',
      'The realm of the document is {actual}, {expected} is expected.',
      'Écrire une fois realmCode avec le code FR.',
      'Write realmCode once, with the code FR.',
    ),
    'type-id-wrong': sentences(
      'typeId vaut {actual}, attendu {expected}.',
      'typeId is {actual}, {expected} is expected.',
      'Écrire typeId avec la racine et l’extension de CDA R2.',
      'Write typeId with the root and extension of CDA R2.',
    ),
    'template-missing': sentences(
      'La déclaration de conformité {expected} manque.',
      'The conformance declaration {expected} is missing.',
      'Ajouter ce templateId dans l’en-tête.',
      'Add this templateId to the header.',
    ),
    'content-template-missing': sentences(
      'Aucun templateId ne nomme le volet de contenu.',
      'No templateId names the content volet.',
      'Ajouter un troisième templateId : celui du volet, ou celui du niveau 1.',
      'Add a third templateId: the one of the volet, or the level-1 one.',
    ),
    'template-level-mismatch': sentences(
      'Le corps est de niveau {actual} alors que les templateId annoncent le niveau {expected}.',
      'The body is of level {actual} while the templateIds announce level {expected}.',
      'Accorder le troisième templateId et le corps.',
      'Make the third templateId and the body agree.',
    ),
    'language-wrong': sentences(
      'La langue est {actual}, attendue {expected}.',
      'The language is {actual}, {expected} is expected.',
      'Écrire languageCode avec fr-FR.',
      'Write languageCode with fr-FR.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => [
      ...single('realm-wrong', document.realmCodes, 'FR'),
      ...typeId(document),
      ...templates(document),
      ...single('language-wrong', document.languageCodes, 'fr-FR'),
    ]),
};

function single(code: string, found: CdaDocument['realmCodes'], expected: string): Observation[] {
  const values = found.map((one) => one.code);
  return values.length === 1 && values[0] === expected
    ? []
    : [{ code, expected, actual: values.join(', '), ...(found[0] === undefined ? {} : { at: found[0].at }) }];
}

function typeId(document: CdaDocument): Observation[] {
  const [found] = document.typeIds;
  const actual = `${found?.root ?? ''} ${found?.extension ?? ''}`;
  const expected = '2.16.840.1.113883.1.3 POCD_HD000040';
  return actual === expected
    ? []
    : [{ code: 'type-id-wrong', expected, actual, ...(found ? { at: found.at } : {}) }];
}

function templates(document: CdaDocument): Observation[] {
  const roots = new Set(document.templateIds.map((template) => template.root));
  const missing = [HL7_FRANCE, CI_SIS]
    .filter((expected) => !roots.has(expected))
    .map((expected): Observation => ({
      code: 'template-missing',
      expected,
      at: { path: '/ClinicalDocument' },
    }));
  const content = document.templateIds.filter(({ root }) => root !== HL7_FRANCE && root !== CI_SIS);
  if (content.length === 0)
    return [...missing, { code: 'content-template-missing', at: { path: '/ClinicalDocument' } }];
  const announced = roots.has(LEVEL_1) ? 1 : 3;
  const actual = document.body.kind === 'non-xml' ? 1 : 3;
  if (announced === actual) return missing;
  return [...missing, { code: 'template-level-mismatch', expected: announced, actual, at: document.body.at }];
}
