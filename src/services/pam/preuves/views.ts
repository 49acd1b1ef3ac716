/**
 * What the HL7v2 peer records.
 *
 * | kind | view | raw |
 * |---|---|---|
 * | `pam/message` | PamMessageView: the software sent it | `message` (its bytes), `ack` (ours, as sent) |
 * | `pam/sent` | PamSentView: the bench sent it | `sent` (ours), `message` (the software's acknowledgement) |
 * | `pam/garbage` | PamGarbageView | none: only the length is kept |
 *
 * In every kind `message` is what the software wrote, so that message checks read one name.
 */
export interface PamMessageView extends Hl7Facts {
  /** Code of the acknowledgement that left; absent when none did. */
  readonly ack?: string;
  /** Why it could not be read; the members of Hl7Facts are then empty. */
  readonly problem?: string;
  readonly faults: readonly string[];
}

/** The header and the patients of a message, nothing corrected. */
export interface Hl7Facts {
  /** MSH-9.1: `ADT`. */
  readonly type: string;
  /** MSH-9.2: `A31`. */
  readonly evenement: string;
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-12 whole: `2.5^FRA^2.11`. */
  readonly version: string;
  readonly patients: readonly PidFacts[];
}

/** One PID. */
export interface PidFacts {
  /** Local numbers: CX.1 of the repetitions of PID-3 of type PI. */
  readonly ipp: readonly string[];
  /** INS in force: those with an end date are left out. */
  readonly ins: readonly { readonly matricule: string; readonly oid: string }[];
  readonly nomNaissance: string;
  readonly prenoms: string;
  /** `YYYYMMDD`. */
  readonly dateNaissance: string;
  readonly sexe: string;
  readonly lieuNaissance: string;
  /** Repetitions of PID-32. */
  readonly statuts: readonly string[];
}

export interface PamSentView {
  readonly evenement: string;
  readonly controlId: string;
  /** Role of the deck, and what the message said of it. */
  readonly role: string;
  readonly ipp: string;
  readonly statut: string;
  readonly ins: boolean;
  /** Role and local number of the other identity of a link or of a merge. */
  readonly autreRole?: string;
  readonly autreIpp?: string;
  /** Birth name that was sent: the one to look for. */
  readonly nomNaissance: string;
  /** For a document message: what its CDA has wrong, or `conforme`. */
  readonly document?: string;
  /**
   * `answered`: one MLLP block came back; `unreachable`: no connection; `no-answer`: nothing within the deadline;
   * `closed`: the software closed first; `garbage`: bytes that are no MLLP block.
   */
  readonly issue: 'answered' | 'unreachable' | 'no-answer' | 'closed' | 'garbage';
  readonly ack?: PamAckFacts;
}

/** MSA and ERR of an acknowledgement. */
export interface PamAckFacts {
  /** MSA-1. */
  readonly code: string;
  /** MSA-2. */
  readonly controlId: string;
  /** ERR-3.1 and ERR-5.1 of the first ERR. */
  readonly erreur?: string;
  readonly erreurApplicative?: string;
}

export interface PamGarbageView {
  readonly reason: 'outside' | 'restarted' | 'unfinished' | 'too-large';
  readonly length: number;
}
