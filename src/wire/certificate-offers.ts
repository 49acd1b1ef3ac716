import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Server } from 'node:tls';
import type { Deviated } from '../domain/fault.ts';
import type { KeyPair } from '../domain/service.ts';
import type { ServerTls } from './server-tls.ts';

/** The certificate offered to one connection, and the faults that chose it. */
export interface OfferedCertificate extends KeyPair {
  readonly deviated?: Pick<Deviated<unknown>, 'faults' | 'delivered'>;
}

interface Offer {
  readonly deviated: NonNullable<OfferedCertificate['deviated']>;
  readonly der: Buffer;
  attested: boolean;
}

/**
 * Offers each new connection the certificate that is due to it, and attests a deviating one once it left: with the
 * first request that the client sends all the same, else when the connection ends after the bytes of the certificate
 * were written. A client that left before was shown nothing.
 */
export class CertificateOffers {
  readonly #server: Server;
  readonly #tls: ServerTls;
  readonly #choose: () => OfferedCertificate;
  readonly #offers = new Map<string, Offer>();
  #current: string;

  constructor(server: Server, tls: ServerTls, choose: () => OfferedCertificate) {
    this.#server = server;
    this.#tls = tls;
    this.#choose = choose;
    this.#current = tls.certPem;
    // Before the listener of node:tls, which takes the certificate in force when the connection opens.
    server.prependListener('connection', (raw: Socket) => {
      this.#open(raw);
    });
  }

  /** Faults of the certificate that an open connection was offered. */
  faultsOf(socket: Socket): readonly string[] {
    return this.#offers.get(placeOf(socket))?.deviated.faults ?? [];
  }

  /** Attests the certificate of an open connection, carried by the exchange of that preuve. */
  attest(socket: Socket, carrier: string): void {
    const offer = this.#offers.get(placeOf(socket));
    if (offer !== undefined) deliver(offer, carrier);
  }

  #open(raw: Socket): void {
    const { deviated, ...pair } = this.#choose();
    this.#put(pair);
    if (deviated === undefined || deviated.faults.length === 0) return;
    const place = placeOf(raw);
    const offer: Offer = { deviated, der: new X509Certificate(pair.certPem).raw, attested: false };
    this.#offers.set(place, offer);
    raw.once('close', () => {
      this.#offers.delete(place);
      if (raw.bytesWritten >= offer.der.length) deliver(offer);
    });
  }

  // A new context also forgets the sessions of the one before: no client resumes without seeing the certificate.
  #put({ certPem, keyPem }: KeyPair): void {
    if (certPem === this.#current) return;
    const { clientCaPem, minVersion, maxVersion } = this.#tls;
    this.#server.setSecureContext({
      cert: certPem,
      key: keyPem,
      minVersion: minVersion ?? 'TLSv1.2',
      ...(maxVersion === undefined ? {} : { maxVersion }),
      ...(clientCaPem === undefined ? {} : { ca: clientCaPem }),
    });
    this.#current = certPem;
  }
}

function deliver(offer: Offer, carrier?: string): void {
  if (offer.attested) return;
  offer.attested = true;
  offer.deviated.delivered(carrier, offer.der);
}

/** Names the peer: the same for a TLS socket and for the raw one that it wraps. */
function placeOf(socket: Socket): string {
  return `${socket.remoteAddress ?? ''} ${String(socket.remotePort ?? '')}`;
}
