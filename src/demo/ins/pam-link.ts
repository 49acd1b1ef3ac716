import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Hl7Client, Hl7Connection, type Hl7MessageEvent } from '@medplum/hl7';
import { text } from '../settings.ts';
import { consumeMessage } from './consume-message.ts';
import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import type { Photograph } from './photograph.ts';
import type { InsConduct } from './ins-conduct.ts';
import { writePamMessage } from './pam-message.ts';

type Issue = { readonly issue: 'reussie' | 'erreur' | 'refusee'; readonly message?: string };

const ackTimeout = 6000;

/** The product's HL7v2 interface: tells consumers of each change of identity, and consumes those of its domain. */
export class PamLink {
  readonly #identities: Identities;
  readonly #conduct: InsConduct;
  readonly #sockets = new Set<Socket>();
  readonly #byIpp = new Map<string, Identity>();
  #peer: { readonly host: string; readonly port: number } | undefined;
  #server: Server | undefined;
  #failed = false;
  #count = 0;

  constructor(identities: Identities, conduct: InsConduct) {
    this.#identities = identities;
    this.#conduct = conduct;
  }

  configure(endpoints: Readonly<Record<string, unknown>>): void {
    const [host, port] = [text(endpoints, 'host'), text(endpoints, 'port')];
    this.#peer = host === undefined || port === undefined ? undefined : { host, port: Number(port) };
  }

  async listen(): Promise<number> {
    const server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.#sockets.delete(socket));
      const connection = new Hl7Connection(socket);
      connection.addEventListener('error', () => socket.destroy());
      connection.addEventListener('message', ({ message }: Hl7MessageEvent) => {
        const known = { identities: this.#identities, byIpp: this.#byIpp, conduct: this.#conduct };
        const answer = consumeMessage(message, known);
        if (answer !== undefined) connection.send(answer);
      });
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  /** The identity that the flow brought under this local number of its domain. */
  received(ipp: string): Identity | undefined {
    return this.#byIpp.get(ipp);
  }

  /** Tells consumers of every identity that was created or changed since. */
  async propagate(before: ReadonlyMap<string, Photograph>): Promise<void> {
    if (this.#peer === undefined || this.#conduct.propagatesNothing === true) return;
    for (const identity of this.#identities.all()) {
      const event = this.#eventOf(before.get(identity.id), identity);
      if (event === undefined) continue;
      const lost = before.get(identity.id)?.ins;
      await this.emit({ ...identity, insHistorique: lost === undefined ? [] : [lost] }, event);
    }
  }

  /** Sends the message of an event; a consumer that refuses or keeps silent is told to the user. */
  async emit(identity: Identity, evenement: string, other?: Identity): Promise<Issue> {
    if (this.#peer === undefined || this.#failed)
      return { issue: 'erreur', message: 'Aucun destinataire HL7v2.' };
    this.#count += 1;
    const moment = {
      ...{ evenement, controlId: `DEMO${String(this.#count)}`, now: new Date() },
      ...(other === undefined ? {} : { other }),
    };
    const message = writePamMessage(identity, moment, this.#conduct);
    if (message === undefined) return { issue: 'refusee', message: `Événement ${evenement} non géré.` };
    const client = new Hl7Client({ ...this.#peer, connectTimeout: ackTimeout });
    client.addEventListener('error', () => undefined);
    try {
      const ack = await client.sendAndWait(message, { timeoutMs: ackTimeout });
      const code = ack.getSegment('MSA')?.getComponent(1, 1);
      if (code === 'AA') return { issue: 'reussie' };
      this.#failed = this.#conduct.stopsAfterError === true;
      return { issue: 'erreur', message: `Le destinataire a répondu ${code ?? 'sans MSA'}.` };
    } catch (error) {
      this.#failed = this.#conduct.stopsAfterError === true;
      return { issue: 'erreur', message: error instanceof Error ? error.message : 'Envoi impossible.' };
    } finally {
      await client.close().catch(() => undefined);
    }
  }

  /** Tells consumers of a merge, a link or its end. */
  async tell(evenement: 'A24' | 'A37' | 'A40', identity: Identity, other: Identity): Promise<void> {
    if (this.#peer === undefined || this.#conduct.propagatesNothing === true) return;
    const replaced = evenement === 'A40' && this.#conduct.sendsA31ForA40 === true;
    await this.emit(identity, replaced ? 'A31' : evenement, other);
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #eventOf(before: Photograph | undefined, now: Identity): string | undefined {
    if (before === undefined) return 'A28';
    const lost = before.statut === 'qualifiee' && before.ins !== undefined && now.ins === undefined;
    if (lost) return this.#conduct.sendsA31ForA47 === true ? 'A31' : 'A47';
    const changed = before.statut !== now.statut || before.traits !== now.traits || before.ins !== now.ins;
    return changed ? 'A31' : undefined;
  }
}
