import { XDM_MARKER } from './xdm-subject.ts';

/** What the subject of a mail that tells an integration error says. */
export interface IntegrationErrorSubject {
  readonly code: string;
  /** What follows the code: the subject of the mail that could not be integrated. */
  readonly rest: string;
  /** False for the wording that the rule does not give but that an official example has. */
  readonly asRuled: boolean;
}

/** Parses `[KO Intégration système !][902] XDM/1.0/DDM+…`; undefined for any other subject. */
export function integrationErrorSubject(subject: string): IntegrationErrorSubject | undefined {
  const found = /^\[\s*(KO Intégration système|Erreur d[’']intégration)\s*!\]\s*\[(\d{3})\]\s*(.*)$/i.exec(
    subject.normalize('NFC'),
  );
  if (found === null) return undefined;
  const [, label = '', code = '', rest = ''] = found;
  return { code, rest, asRuled: label.startsWith('KO') };
}

/** True when the rest of the subject is that of a mail with documents. */
export function tellsDocuments({ rest }: IntegrationErrorSubject): boolean {
  return rest.startsWith(XDM_MARKER);
}
