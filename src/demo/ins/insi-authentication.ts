import { X509Certificate } from 'node:crypto';
import type { InsConduct } from './ins-conduct.ts';
import { InsiClient, type InsiSettings } from './insi-client.ts';
import { cardAssertion, pscAssertion, type Card } from './ps-assertion.ts';

type Mode = 'cpx' | 'organisation' | 'psc';
type Chosen = { readonly issue: 'reussie' | 'refusee'; readonly message?: string };

const modes: readonly Mode[] = ['cpx', 'organisation', 'psc'];

/**
 * By what the product calls INSi: the card that the user put in, else the Pro Santé Connect session, else the
 * organisation certificate.
 */
export class InsiAuthentication {
  /** National id of the user logged in by Pro Santé Connect. */
  pscUser: string | undefined;
  readonly #conduct: InsConduct;
  readonly #clients = new Map<string, InsiClient>();
  #cards: readonly Card[] = [];
  #mode: Mode | undefined;
  #card: Card | undefined;

  constructor(conduct: InsConduct) {
    this.#conduct = conduct;
  }

  async configure(cards: readonly Card[]): Promise<void> {
    this.#cards = cards;
    await this.close();
  }

  /** Takes the means that the user chose; refuses a card that is not there or has expired. */
  choose(wanted: string | undefined, identifiantNational: string | undefined): Chosen {
    const mode = modes.find((one) => one === wanted);
    if (mode !== 'cpx') {
      this.#mode = mode;
      return { issue: 'reussie' };
    }
    const own = this.#cards.filter((card) => card.identifiantNational === identifiantNational);
    const card =
      this.#conduct.usesExpiredCard === true ? own.find((one) => !isInForce(one)) : own.find(isInForce);
    if (card === undefined) return { issue: 'refusee', message: 'Aucune carte CPx valable n’est présente.' };
    this.#mode = this.#conduct.ignoresCard === true ? undefined : 'cpx';
    this.#card = card;
    return { issue: 'reussie' };
  }

  /** The client of the means in force; undefined for the organisation certificate. */
  clientFor(settings: InsiSettings): InsiClient | undefined {
    const mode = this.#mode ?? (this.pscUser === undefined ? 'organisation' : 'psc');
    if (mode === 'cpx' && this.#card !== undefined) return this.#cardClient(settings, this.#card);
    const { pscUser } = this;
    if (mode !== 'psc' || pscUser === undefined) return undefined;
    return this.#kept(`psc ${pscUser}`, {
      ...settings,
      certificate: undefined,
      emetteur: pscUser,
      assertion: () => pscAssertion(pscUser),
    });
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) await client.close();
    this.#clients.clear();
  }

  #cardClient(settings: InsiSettings, card: Card): InsiClient {
    const other = this.#cards.find((one) => one.identifiantNational !== card.identifiantNational);
    const signer = this.#conduct.signsWithAnotherCard === true ? (other ?? card) : card;
    const { certificate, ...rest } = settings;
    return this.#kept(`cpx ${card.identifiantNational}`, {
      ...rest,
      certificate: this.#conduct.sendsCertificateBesideCard === true ? certificate : undefined,
      emetteur: card.identifiantNational,
      assertion: () => cardAssertion(card, signer, this.#conduct),
    });
  }

  #kept(key: string, settings: InsiSettings): InsiClient {
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const client = new InsiClient(settings, this.#conduct);
    this.#clients.set(key, client);
    return client;
  }
}

function isInForce({ certPem }: Card): boolean {
  return Date.parse(new X509Certificate(certPem).validTo) > Date.now();
}
