/** One INS as INSi writes it: 13 characters and key apart. */
export interface InsiIns {
  readonly numIdentifiant: string;
  readonly cle: string;
  readonly oid: string;
  readonly typeMatricule?: string;
  readonly dateDeb?: string;
  readonly dateFin?: string;
}

/** `INDIVIDU` of an answer, before it is written as XML. */
export interface InsiIndividu {
  readonly actif: InsiIns;
  readonly historique: readonly InsiIns[];
  readonly nomNaissance: string;
  readonly prenom?: string;
  readonly listePrenom: string;
  readonly sexe: string;
  readonly dateNaissance: string;
  readonly lieuNaissance: string;
}

/** The answer that faults of target `insi/answer` may deviate. */
export interface InsiAnswer {
  /** `00`, `01`, `02`. */
  readonly codeCR: string;
  readonly libelleCR: string;
  readonly individu?: InsiIndividu;
  /** `OK` or `KO`, for a verification. */
  readonly verification?: 'OK' | 'KO';
  /** Number given to a deposit of verifications. */
  readonly lot?: string;
  /** Results of a deposit, in its order. */
  readonly verifications?: readonly InsiBulkResult[];
}

/** The result of one identity of a deposit. */
export interface InsiBulkResult {
  readonly numIdentifiant: string;
  readonly cle: string;
  readonly resultat: 'OK' | 'KO';
}

/** The SOAP fault that faults of target `insi/soap` may put in place of an answer. */
export interface InsiSoapFault {
  readonly role: 'Sender' | 'Receiver';
  readonly subcode: string;
  readonly code: string;
  readonly severite: string;
  readonly text: string;
  readonly lang: string;
}

/** How the reply goes out; faults of target `insi/soap` turn a faithful one into another. */
export interface InsiReply {
  readonly status: number;
  readonly soapFault?: InsiSoapFault;
  /** Prefixes of the envelope: `default` name space on the payload, or `ns2`. */
  readonly prefixes: 'default' | 'ns2';
  /** Replaces the body altogether. */
  readonly body?: string;
  readonly contentType: string;
  readonly delayMs?: number;
  readonly delivery?: 'whole' | 'drop' | { readonly truncateAt: number };
  readonly headers?: readonly (readonly [string, string])[];
}

/** The certificate that INSi shows as a connection opens; faults of target `insi/certificate` choose another. */
export interface InsiCertificate {
  readonly offered: 'valid' | 'expired' | 'untrusted' | 'wrong-name';
}
