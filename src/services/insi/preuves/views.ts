import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { CertificateFacts } from '../../../formats/x509/certificate-facts.ts';

/**
 * What the INSi simulator adds to the HTTP view. Kinds:
 *
 * | kind | view |
 * |---|---|
 * | `insi/traits-request` (WS_INS2), `insi/vitale-request` (WS_INS1) | InsiCallView |
 * | `insi/verification-request` (WS_INS3), `insi/bulk-deposit` (WS_INS4), `insi/bulk-result` (WS_INS5) | InsiCallView |
 * | `insi/unknown-request` | HttpExchangeView: not SOAP, or an operation INSi does not have |
 */
export interface InsiCallView extends HttpExchangeView {
  /** `rechercherInsAvecTraitsIdentite`... , by the namespace and name of the body element; absent when unreadable. */
  readonly operation?: string;
  /** `1.2`, `1.1`, by the envelope's namespace. */
  readonly soapVersion?: string;
  readonly contentType?: string;
  readonly header: InsiHeaderView;
  readonly authentication: InsiAuthenticationView;
  /** Traits as sent, byte for byte after XML decoding; elements in order of appearance. */
  readonly traits?: InsiTraitsView;
  readonly vitale?: {
    readonly matriculeIndividu?: {
      readonly numIdentifiant?: string;
      readonly cle?: string;
      readonly typeMatricule?: string;
    };
    readonly matriculeOD?: { readonly numIdentifiant?: string; readonly cle?: string };
    readonly nomNaissance?: string;
    readonly dateNaissance?: string;
    readonly rangNaissance?: string;
  };
  readonly ins?: InsiFourniView;
  /** Identities of a deposit of verifications, in order. */
  readonly individus?: readonly { readonly ins: InsiFourniView; readonly traits?: InsiTraitsView }[];
  /** The deposit whose results are asked for. */
  readonly lot?: string;
  /** Names of the body's children in order, to judge the order of the schema. */
  readonly bodyOrder: readonly string[];
  /** ISO 8601, when the call came: real time, and that of the bench's clock, which scenarios may move forward. */
  readonly receivedAt: { readonly real: string; readonly bench: string };
  /** Problems the simulator met yet went on with: `unknown-element:X`, `mime-mismatch`, `no-context-bam`... */
  readonly anomalies: readonly string[];
  /** What was answered: CodeCR, or the fault. */
  readonly answer: {
    readonly codeCR?: string;
    readonly fault?: { readonly subcode?: string; readonly code?: string };
    /** Matricule (15), OID and traits returned with `00`. */
    readonly individu?: {
      readonly matricule: string;
      readonly oid: string;
      readonly historique: readonly { readonly matricule: string; readonly oid: string }[];
      readonly nomNaissance: string;
      readonly listePrenom: string;
      readonly sexe: string;
      readonly dateNaissance: string;
      readonly lieuNaissance: string;
    };
    /** `OK` / `KO` of a verification. */
    readonly verification?: string;
    /** Number given to a deposit, and the results of one by matricule (15). */
    readonly lot?: string;
    readonly verifications?: readonly { readonly matricule: string; readonly resultat: string }[];
  };
  readonly faults: readonly string[];
}

export interface InsiHeaderView {
  readonly messageId?: string;
  readonly action?: string;
  readonly contexteBam?: {
    readonly version?: string;
    readonly nature?: string;
    readonly id?: string;
    readonly temps?: string;
    readonly emetteur?: string;
    readonly couverture: 'absent' | 'empty' | 'filled';
  };
  readonly contexteLps?: {
    readonly version?: string;
    readonly nature?: string;
    readonly id?: string;
    readonly temps?: string;
    readonly emetteur?: string;
    readonly idam?: string;
    readonly idamR?: string;
    readonly lpsVersion?: string;
    readonly instance?: string;
    readonly nom?: string;
  };
}

export interface InsiAuthenticationView {
  /** What the call carried: a client certificate, a signed assertion (CPx), an unsigned one naming PSC, a bearer token. */
  readonly modes: readonly ('mtls' | 'cpx' | 'psc-assertion' | 'bearer')[];
  readonly certificateCommonName?: string;
  readonly certificateOrganizationalUnit?: string;
  readonly assertion?: InsiAssertionView;
}

/** The SAML assertion of a call, the first when there are several; what it says, and what its signature is worth. */
export interface InsiAssertionView {
  readonly nameId?: string;
  readonly nameQualifier?: string;
  readonly issuer?: string;
  readonly issuerFormat?: string;
  readonly issueInstant?: string;
  /** Of `Conditions`; absent when it has none. */
  readonly notBefore?: string;
  readonly notOnOrAfter?: string;
  readonly signature: 'valid' | 'invalid' | 'absent';
  /** Why it is invalid, in the words of `EnvelopedSignature`. */
  readonly signatureProblem?: string;
  readonly signatureMethod?: string;
  readonly digestMethod?: string;
  readonly canonicalization?: string;
  /** The certificate that signed; absent when it carries none that can be read. */
  readonly signer?: CertificateFacts;
  readonly attributes: Readonly<Record<string, string>>;
  readonly count: number;
}

/** The INS that a verification is about. */
export interface InsiFourniView {
  readonly numIdentifiant?: string;
  readonly cle?: string;
  readonly oid?: string;
}

export interface InsiTraitsView {
  readonly nomNaissance?: string;
  readonly prenoms: readonly string[];
  readonly sexe?: string;
  readonly dateNaissance?: string;
  readonly lieuNaissance?: string;
}
