import { createHash } from 'node:crypto';
import {
  writeSubmission,
  type EntryDraft,
  type SubmissionDraft,
} from '../../src/formats/xds/write-submission.ts';
import { writeXdm } from '../../src/formats/xdm/write-xdm.ts';
import { buildCda, patient, type CdaRecipe } from './build-cda.ts';
import { signSubmission, type Signer, type SubmissionSignature } from './build-signature.ts';

/** A text edit, applied where the recipe says; `from` must be there, so that a ko case cannot become an ok one. */
export type Edit = readonly [from: string | RegExp, to: string];

export interface XdmRecipe {
  readonly documents?: readonly CdaRecipe[];
  /** Edits of the documents before hash and size are computed. */
  readonly editCda?: readonly Edit[];
  /** Edits of METADATA.XML. */
  readonly edit?: readonly Edit[];
  readonly change?: (draft: SubmissionDraft) => SubmissionDraft;
  /** Joins the XAdES signature of the set, made by this key; `signature` changes it. */
  readonly signer?: Signer;
  readonly signature?: Pick<SubmissionSignature, 'signingTime' | 'edit' | 'tamper'>;
}

const cx = `${patient.matricule}^^^&${patient.oid}&ISO^NH`;
const person = '899700000019^ZZMEDECIN^Camille^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS';
const author = {
  institution: 'CLINIQUE ZZTEST^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0127189',
  person,
  specialty: 'G15_10/SM54^Médecin - Médecine Générale (SM)^1.2.250.1.213.1.1.4.5',
};

/** Applies edits in order; throws when one finds nothing to change. */
export function applyEdits(text: string, edits: readonly Edit[] = []): string {
  return edits.reduce((current, [from, to]) => {
    const next = current.replace(from, () => to);
    if (next === current) throw new Error(`the edit ${String(from)} changes nothing`);
    return next;
  }, text);
}

/** METADATA.XML and documents of a conforming submission of the recipe's letters. */
export function buildSubmission(recipe: XdmRecipe = {}): {
  metadata: string;
  documents: { uri: string; bytes: Buffer }[];
} {
  const letters = recipe.documents ?? [{}];
  const documents = letters.map((letter, index) => ({
    uri: `DOC${String(index + 1).padStart(4, '0')}.XML`,
    bytes: Buffer.from(applyEdits(buildCda(letter), recipe.editCda), 'utf8'),
  }));
  const draft: SubmissionDraft = {
    set: {
      id: 'SubmissionSet01',
      submissionTime: '20260611083500',
      author,
      contentTypeCode: ['03', '1.2.250.1.213.2.2', 'Hospitalisation complète'],
      patientId: cx,
      sourceId: '1.2.250.1.999.1.2',
      uniqueId: '2.25.2790351215009',
    },
    entries: letters.map((letter, index) => entry(letter, documents[index]?.bytes ?? Buffer.alloc(0), index)),
  };
  const signed = recipe.signer === undefined ? draft : sign(draft, documents, recipe);
  const changed = recipe.change?.(signed) ?? signed;
  return { metadata: applyEdits(writeSubmission(changed), recipe.edit), documents };
}

/** Adds the signature and the entry that describes it, in the form of the DMP. */
function sign(
  draft: SubmissionDraft,
  documents: { uri: string; bytes: Buffer }[],
  { signer, signature }: XdmRecipe,
): SubmissionDraft {
  if (signer === undefined) return draft;
  const bytes = signSubmission(signer, {
    setId: draft.set.uniqueId,
    documents: draft.entries.map(({ uniqueId }, index) => ({
      uniqueId,
      bytes: documents[index]?.bytes ?? Buffer.alloc(0),
    })),
    ...signature,
  });
  documents.push({ uri: 'SIGN0001.XML', bytes });
  return {
    ...draft,
    entries: [...draft.entries, signatureEntry(bytes)],
    signs: ['Signature01'],
  };
}

function signatureEntry(bytes: Buffer): EntryDraft {
  const visibility = '1.2.250.1.213.1.1.4.13';
  return {
    ...entry({ id: '2.25.279035121500900' }, bytes, 0),
    id: 'Signature01',
    title: 'Source',
    classCode: ['urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', 'URN', 'Digital Signature'],
    typeCode: ['E1762', 'ASTM', 'Full Document'],
    formatCode: ['http://www.w3.org/2000/09/xmldsig#', 'URN', 'Default Signature Style'],
    eventCodes: [['1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12', 'Source']],
    confidentialityCodes: [
      ['N', '2.16.840.1.113883.5.25', 'Normal'],
      ['MASQUE_PS', visibility, 'Masqué aux professionnels'],
      ['INVISIBLE_PATIENT', visibility, 'Non visible par le patient'],
    ],
    slots: entry({}, bytes, 0).slots.flatMap(([name, values]) => {
      if (name === 'sourcePatientInfo') return [];
      if (name === 'languageCode') return [[name, ['art']] as const];
      return [[name, name === 'URI' ? ['SIGN0001.XML'] : values] as const];
    }),
  };
}

/** The SOAP message that feeds that submission (ITI-41), documents inline. */
export function buildFeeding(recipe: XdmRecipe = {}): string {
  const { metadata, documents } = buildSubmission(recipe);
  const ids = [...metadata.matchAll(/<ExtrinsicObject id="([^"]+)"/g)].map((found) => found[1] ?? '');
  const contents = documents.map(
    ({ bytes }, index) => `<x:Document id="${ids[index] ?? ''}">${bytes.toString('base64')}</x:Document>`,
  );
  return `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><x:ProvideAndRegisterDocumentSetRequest xmlns:x="urn:ihe:iti:xds-b:2007">${metadata.replace(/<\?xml.*\?>/, '')}${contents.join('')}</x:ProvideAndRegisterDocumentSetRequest></s:Body></s:Envelope>`;
}

/** An IHE_XDM.zip of that submission. */
export async function buildXdm(recipe: XdmRecipe = {}): Promise<Buffer> {
  const { metadata, documents } = buildSubmission(recipe);
  const archive = await writeXdm({ metadata, documents, sender: 'CLINIQUE ZZTEST', product: 'segur 1' });
  return Buffer.from(archive);
}

function entry(letter: CdaRecipe, bytes: Buffer, index: number): EntryDraft {
  const level1 = (letter.level ?? 1) === 1;
  return {
    id: `Document0${index + 1}`,
    mimeType: 'text/xml',
    title: letter.title ?? 'Lettre de liaison à la sortie',
    author,
    classCode: ['10', '1.2.250.1.213.1.1.4.1', 'Compte rendu'],
    typeCode: [letter.code ?? '11490-0', '2.16.840.1.113883.6.1', letter.displayName ?? 'CR hospitalier'],
    formatCode: [
      level1 ? 'urn:ihe:iti:xds-sd:pdf:2008' : 'urn:asip:ci-sis:ldl-ses:2017',
      level1 ? '1.3.6.1.4.1.19376.1.2.3' : '1.2.250.1.213.1.1.4.2.282',
      'format',
    ],
    confidentialityCodes: [['N', '2.16.840.1.113883.5.25', 'Normal']],
    facilityType: ['SA01', '1.2.250.1.71.4.2.4', 'Etablissement public de santé'],
    practiceSetting: ['ETABLISSEMENT', '1.2.250.1.213.1.1.4.9', 'Etablissement de santé'],
    patientId: cx,
    uniqueId: letter.id ?? '2.25.279035121500001',
    slots: [
      ['creationTime', ['20260611083000']],
      ['serviceStartTime', ['20260608070000']],
      ['serviceStopTime', ['20260611080000']],
      ['languageCode', ['fr-FR']],
      ['legalAuthenticator', [person]],
      ['sourcePatientId', ['0001234567^^^&1.2.250.1.999.1.1.1&ISO^PI']],
      [
        'sourcePatientInfo',
        [
          `PID-5|${patient.family}^${patient.given}^${patient.givenList}^^^^L`,
          `PID-7|${patient.birth}`,
          `PID-8|${patient.gender}`,
        ],
      ],
      ['hash', [createHash('sha1').update(bytes).digest('hex')]],
      ['size', [String(bytes.length)]],
      ['URI', [`DOC${String(index + 1).padStart(4, '0')}.XML`]],
    ],
  };
}
