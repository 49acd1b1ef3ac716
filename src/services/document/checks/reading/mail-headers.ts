import type { Mail } from '../../../../formats/mime/parse-mail.ts';
import type { MimeHeader } from '../../../../formats/mime/mime-part.ts';

const CITIZENS = '@patient.mssante.fr';

/** Every header of that name, whatever its case, in order. */
export function headersNamed(mail: Pick<Mail, 'headers'>, name: string): readonly MimeHeader[] {
  const wanted = name.toLowerCase();
  return mail.headers.filter((header) => header.name.toLowerCase() === wanted);
}

/** Addresses of citizens (Mon espace santé) among the recipients. */
export function citizensOf({ to }: Mail): readonly string[] {
  return to.map(({ address }) => address).filter((address) => address.toLowerCase().endsWith(CITIZENS));
}

/** What stands before the domain of a citizen's address: the matricule, in upper case. */
export function localPartOf(address: string): string {
  return address.slice(0, -CITIZENS.length).toUpperCase();
}

/** True for a receipt (RFC 6522), which has its own structure. */
export function isReceipt({ root }: Mail): boolean {
  return root.contentType.value === 'multipart/report';
}

/** The message ids of a header, angle brackets kept. */
export function messageIds(text: string | undefined): readonly string[] {
  return text?.match(/<[^<>\s]+>/g) ?? [];
}
