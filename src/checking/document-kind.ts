import type { Bilingual } from '../domain/bilingual.ts';
import { recognise, type RecognisedKind } from '../formats/recognise.ts';

/** Kinds that can be judged, by `--as` or by their content. */
export type DocumentKind = Exclude<RecognisedKind, 'zip' | 'xml' | 'json' | 'unknown'> | 'datamatrix';

interface KindFacts {
  readonly title: Bilingual;
  /** Beginnings of the names of the checks that look at it. */
  readonly checks: readonly string[];
}

const cda = ['cda-', 'pdf-', 'patient-'];
const metadata = ['xds-', 'vihf-', 'dmp-', ...cda];

/** What is known of each kind; the order is that of messages that list them. */
export const documentKinds: Readonly<Record<DocumentKind, KindFacts>> = {
  'cda-n1': { title: { fr: 'CDA de niveau 1', en: 'level-1 CDA' }, checks: cda },
  'cda-n3': { title: { fr: 'CDA de niveau 3', en: 'level-3 CDA' }, checks: cda },
  xdm: { title: { fr: 'archive IHE XDM', en: 'IHE XDM archive' }, checks: ['xdm-', ...metadata] },
  mail: { title: { fr: 'courriel', en: 'mail' }, checks: ['mail-', 'xdm-', ...metadata] },
  hl7v2: { title: { fr: 'message HL7 v2', en: 'HL7 v2 message' }, checks: ['hl7v2-', 'patient-'] },
  pdf: { title: { fr: 'PDF', en: 'PDF' }, checks: ['pdf-'] },
  'xds-submission': { title: { fr: 'lot de soumission XDS', en: 'XDS submission' }, checks: metadata },
  soap: { title: { fr: 'message SOAP', en: 'SOAP message' }, checks: metadata },
  'saml-assertion': { title: { fr: 'assertion SAML', en: 'SAML assertion' }, checks: ['vihf-'] },
  jwt: { title: { fr: 'jeton JWT', en: 'JWT' }, checks: ['jwt-'] },
  'fhir-json': {
    title: { fr: 'ressource FHIR (JSON)', en: 'FHIR resource (JSON)' },
    checks: ['fhir-', 'patient-'],
  },
  'fhir-xml': {
    title: { fr: 'ressource FHIR (XML)', en: 'FHIR resource (XML)' },
    checks: ['fhir-', 'patient-'],
  },
  image: { title: { fr: 'image', en: 'image' }, checks: ['datamatrix-', 'patient-'] },
  datamatrix: {
    title: { fr: 'texte de datamatrix', en: 'datamatrix text' },
    checks: ['datamatrix-', 'patient-'],
  },
};

/** Whether a check, by its id, is made for documents of a kind. */
export function bearsOn(kind: DocumentKind, check: string): boolean {
  const name = check.slice(check.indexOf('/') + 1);
  return documentKinds[kind].checks.some((prefix) => name.startsWith(prefix));
}

/** What a file is, or why it is nothing that can be judged. */
export type Recognition =
  | { readonly kind: 'document'; readonly as: DocumentKind; readonly reason: Bilingual }
  | { readonly kind: 'other'; readonly as: RecognisedKind; readonly reason: Bilingual };

/** Tells a document by its content alone. Never throws. */
export function recogniseDocument(bytes: Uint8Array): Recognition {
  const { kind, reason } = recognise(bytes);
  if (isDocumentKind(kind)) return { kind: 'document', as: kind, reason };
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (kind === 'unknown' && /^IS\d\d/.test(head)) {
    return {
      kind: 'document',
      as: 'datamatrix',
      reason: { fr: 'en-tête IS', en: 'IS header' },
    };
  }
  return { kind: 'other', as: kind, reason };
}

/** True for a kind that `--as` may name. */
export function isDocumentKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(documentKinds, kind);
}
