import type { Check, CheckInput } from '../../../../domain/check.ts';
import type { Patient, Professionnel } from '../../../../domain/deck.ts';
import type { JsonObject } from '../../../../domain/json.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import type { InsiAssertionView, InsiCallView } from '../../preuves/views.ts';

export const uuid = 'uuid:4bb69d9e-0000-4000-8000-00000000000';

const individu: NonNullable<InsiCallView['answer']['individu']> = {
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
  historique: [],
  nomNaissance: 'ZZTEST-UN',
  listePrenom: 'ANNE MARIE',
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '51215',
};

export type CallEdit = Partial<Omit<InsiCallView, 'header' | 'authentication' | 'traits' | 'answer'>> & {
  readonly bam?: Partial<NonNullable<InsiCallView['header']['contexteBam']>> | null;
  readonly lps?: Partial<NonNullable<InsiCallView['header']['contexteLps']>> | null;
  readonly messageId?: string;
  readonly action?: string | null;
  readonly authentication?: InsiCallView['authentication'];
  readonly traits?: Partial<NonNullable<InsiCallView['traits']>>;
  readonly answer?: InsiCallView['answer'];
  readonly kind?: string;
  readonly at?: number;
  readonly tls?: string;
};

/** A conforming search by traits, edited. */
export function insiCall(edit: CallEdit = {}): Preuve<InsiCallView> {
  const { bam, lps, messageId, action, traits, kind, at, tls, ...rest } = edit;
  const view = {
    method: 'POST',
    origin: 'https://127.0.0.1:1',
    path: '/lps',
    query: [],
    headers: [],
    status: 200,
    responseHeaders: [],
    operation: 'rechercherInsAvecTraitsIdentite',
    soapVersion: '1.2',
    contentType: 'application/soap+xml; charset=utf-8',
    header: {
      messageId: messageId ?? `${uuid}1`,
      ...(action === null
        ? {}
        : { action: action ?? 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite' }),
      ...(bam === null
        ? {}
        : {
            contexteBam: {
              version: '01_02',
              temps: '2026-01-01T10:00:00Z',
              emetteur: 'S1',
              couverture: 'empty',
              ...bam,
            },
          }),
      ...(lps === null
        ? {}
        : {
            contexteLps: {
              version: '01_00',
              nature: 'CTXLPS',
              temps: '2026-01-01T10:00:00Z',
              emetteur: 'S1',
              idam: 'LSN17NF23FW0',
              idamR: '4',
              lpsVersion: '1.0',
              instance: '4bb69d9e-0000-4000-8000-000000000001',
              nom: 'urn:lps:demo:1.0',
              ...lps,
            },
          }),
    },
    authentication: {
      modes: ['mtls'],
      certificateCommonName: 'INSI-AUTO',
      certificateOrganizationalUnit: 'S1',
    },
    traits: {
      nomNaissance: "D'ARTAGNAN DE L'HERAULT",
      prenoms: ['PIERRE-ALAIN'],
      sexe: 'M',
      dateNaissance: '2001-06-17',
      lieuNaissance: '2B020',
      ...traits,
    },
    ins: { numIdentifiant: '2790351215189', cle: '89', oid: '1.2.250.1.213.1.4.10' },
    receivedAt: { real: '2026-01-01T10:00:02Z', bench: '2026-01-01T10:00:02Z' },
    bodyOrder: ['NomNaissance', 'Prenom', 'Sexe', 'DateNaissance', 'LieuNaissance'],
    anomalies: [],
    answer: { codeCR: '00', individu },
    faults: [],
    ...rest,
  } as InsiCallView;
  return {
    id: `p-${at ?? 1}`,
    kind: kind ?? 'insi/traits-request',
    at: at ?? 1,
    view,
    raw: {},
    tls: { version: tls ?? 'TLSv1.3', cipher: 'x' },
  };
}

const card: NonNullable<InsiAssertionView['signer']> = {
  subject: 'C=FR, O=CARTE DE TEST, CN=899700000001, SN=ESSAI, GN=ANNE',
  issuer: 'CN=AUTORITE',
  serialNumber: '01',
  notBefore: '2025-01-01T00:00:00.000Z',
  notAfter: '2028-01-01T00:00:00.000Z',
  trusted: true,
};

/** A conforming search that a card signed, its assertion edited. */
export function cpxCall(
  edit: Partial<Omit<InsiAssertionView, 'signer'>> & {
    readonly signer?: Partial<NonNullable<InsiAssertionView['signer']>> | null;
  } = {},
): Preuve<InsiCallView> {
  const { signer, ...rest } = edit;
  const assertion: InsiAssertionView = {
    nameId: '899700000001',
    nameQualifier: 'CPS',
    issuer: 'CN=899700000001, SN=ESSAI, GN=ANNE, O=CARTE DE TEST, C=FR',
    issuerFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName',
    issueInstant: '2026-01-01T10:00:00Z',
    notBefore: '2026-01-01T10:00:00Z',
    notOnOrAfter: '2026-01-01T11:00:00Z',
    signature: 'valid',
    signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digestMethod: 'http://www.w3.org/2001/04/xmlenc#sha256',
    canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    attributes: { identifiantFacturation: '00B6087510', secteurActivite: 'SA07', codeSpecialiteAMO: '01' },
    count: 1,
    ...(signer === null ? {} : { signer: { ...card, ...signer } }),
    ...rest,
  };
  return insiCall({ authentication: { modes: ['cpx'], assertion } });
}

/** An answer of the software to an action. */
export function answered(action: string, output: JsonObject, kind = 'pilote/action'): Preuve {
  return { id: 'p-9', kind, at: 9, view: { action, input: {}, answer: 'done', output, took: 1 }, raw: {} };
}

/** A printed document as it is read at capture: all of it was read, edited. */
export function printed(edit: JsonObject = {}): Preuve {
  const view = { name: 'impression.pdf', datamatrix: [], text: '', textComplete: true, unread: [], ...edit };
  return { id: 'p-10', kind: 'file/submitted', at: 10, view, raw: {} };
}

/** A reading of an identity that agrees with the answer of `insiCall`, edited. */
export function identity(edit: JsonObject = {}): Preuve {
  return answered(
    'ins.lire',
    {
      identite: {
        id: 'i1',
        statut: 'recuperee',
        attributs: [],
        traits: {
          nomNaissance: 'ZZTEST-UN',
          prenoms: 'ANNE MARIE',
          sexe: 'F',
          dateNaissance: '1979-03-28',
          lieuNaissance: '51215',
        },
        ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
        insHistorique: [],
        verrouilles: [
          'matricule',
          'oid',
          'nomNaissance',
          'prenoms',
          'dateNaissance',
          'sexe',
          'lieuNaissance',
        ],
        historique: [{ statut: 'provisoire', date: '2026-01-01', auteur: 'pro' }],
        ...edit,
      },
    },
    'pilote/probe',
  );
}

const patient: Patient = {
  role: 'nominal',
  matricule: individu.matricule,
  oid: individu.oid,
  historique: [],
  nomNaissance: individu.nomNaissance,
  prenoms: ['ANNE', 'MARIE'],
  sexe: 'F',
  dateNaissance: individu.dateNaissance,
  lieuNaissance: individu.lieuNaissance,
};

const physician: Professionnel = {
  role: 'medecin',
  identifiantNational: '899700000001',
  rpps: '99700000001',
  nom: 'ESSAI',
  prenom: 'ANNE',
  civilite: 'MME',
  codeProfession: '10',
  codeSavoirFaire: 'SM26',
  activites: [],
  subUuid: 'u',
};

/** What a check examined and the codes it returned, sorted. */
export function judged<O>(
  check: Check<O>,
  preuves: readonly Preuve[],
  options: O,
): readonly [number, readonly string[]] {
  const input: CheckInput<O> = {
    preuves,
    control: [],
    options,
    facts: {
      deck: { seed: 's', professionnels: [physician], patients: [patient], structures: [] },
      services: { insi: { idam: 'LSN17NF23FW0' } },
      endpoints: {},
      solution: { nom: 'demo', version: '1.0' },
      candidature: {},
    },
    bytes: () => new Uint8Array(),
  };
  const result = check.judge(input);
  return [result.examined, result.findings.map((finding) => finding.code).sort()];
}
