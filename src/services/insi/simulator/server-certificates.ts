import type { Armory } from '../../../domain/fault.ts';
import type { KeyPair, Pki } from '../../../domain/service.ts';
import type { OfferedCertificate } from '../../../wire/certificate-offers.ts';
import type { InsiCertificate } from '../preuves/answer.ts';

const names = ['localhost', '127.0.0.1', '::1'];
const day = 86_400_000;

/** The certificates that INSi may show: the faithful one, and those that no client must accept. */
export type ServerCertificates = Readonly<Record<InsiCertificate['offered'], KeyPair>>;

export async function serverCertificates(pki: Pki): Promise<ServerCertificates> {
  const [valid, expired, untrusted, wrongName] = await Promise.all([
    pki.server({ names }),
    pki.server({ names, notAfter: new Date(Date.now() - day) }),
    pki.server({ names, untrusted: true }),
    // Reserved for names that resolve nowhere (RFC 6761, 6.4).
    pki.server({ names: ['insi.invalid'] }),
  ]);
  return { valid, expired, untrusted, 'wrong-name': wrongName };
}

/** Chooses the certificate of a connection as it opens, by the faults then armed. */
export function offeredCertificate(certificates: ServerCertificates, armory: Armory): OfferedCertificate {
  const deviated = armory.apply<InsiCertificate>('insi/certificate', { offered: 'valid' }, {});
  return { ...certificates[deviated.artefact.offered], deviated };
}
