import { randomUUID } from 'node:crypto';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { Agent, request } from 'undici';
import type { Ins, Traits } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';

export interface InsiSettings {
  readonly url: string;
  readonly ca: string;
  readonly certificate: { readonly certPem: string; readonly keyPem: string } | undefined;
  /** OU of the certificate, sent as Emetteur. */
  readonly emetteur: string;
  readonly idam: string;
  /** Written in wsse:Security, anew for each call; none with an organisation certificate. */
  readonly assertion?: () => string;
}

/** What INSi said, or why nothing could be read. */
export type InsiResult =
  | {
      readonly kind: 'identity';
      readonly ins: Ins;
      readonly historique: readonly Ins[];
      readonly traits: Traits;
    }
  | { readonly kind: 'none'; readonly codeCR: string }
  | { readonly kind: 'verified'; readonly ok: boolean }
  | { readonly kind: 'unavailable'; readonly why: string };

type Node = Readonly<Record<string, unknown>>;

const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
const urn = 'urn:ServiceIdentiteCertifiee:1.0.0:';
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
});
// The package the product is asked to use splits its builder off in a later major; this one is pinned.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });
/** Where the assertion goes: what is signed must not be written again. */
const place = 'ASSERTION';
const security: Node = {
  'wsse:Security': {
    '@_xmlns:wsse': 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
    '#text': place,
  },
};
const instance = randomUUID();
const deadlineMs = 8000;

/** Calls INSi over HTTPS with an organisation certificate; SOAP is written and read with fast-xml-parser. */
export class InsiClient {
  readonly #settings: InsiSettings;
  readonly #conduct: InsConduct;
  readonly #agent: Agent;
  readonly #messageId = randomUUID();

  constructor(settings: InsiSettings, conduct: InsConduct) {
    this.#settings = settings;
    this.#conduct = conduct;
    const { certificate } = settings;
    const pair =
      certificate === undefined || conduct.withoutCertificate === true
        ? {}
        : { cert: certificate.certPem, key: certificate.keyPem };
    const blind = conduct.trustsAnyServer === true ? { rejectUnauthorized: false } : {};
    this.#agent = new Agent({ connect: { ca: settings.ca, ...pair, ...blind } });
  }

  byTraits(traits: Traits, prenom: string, withPlace: boolean): Promise<InsiResult> {
    const place =
      withPlace && (traits['lieuNaissance'] ?? '99999') !== '99999'
        ? { LieuNaissance: traits['lieuNaissance'] }
        : {};
    const ordered = {
      NomNaissance: traits['nomNaissance'],
      Prenom: prenom,
      Sexe: traits['sexe'],
      DateNaissance: traits['dateNaissance'],
      ...place,
    };
    const { DateNaissance, ...others } = ordered;
    const body = this.#conduct.wrongOrder === true ? { DateNaissance, ...others } : ordered;
    return this.#call('rechercherInsAvecTraitsIdentite', {
      RECSANSVITALE: { '@_xmlns': 'http://www.cnamts.fr/INSiRecSans', ...body },
    });
  }

  byCard(card: {
    readonly nir: string;
    readonly cle: string;
    readonly dateNaissance?: string;
  }): Promise<InsiResult> {
    const date = card.dateNaissance === undefined ? {} : { DateNaissance: card.dateNaissance };
    return this.#call('rechercherInsAvecCarteVitale', {
      RECVITALE: {
        '@_xmlns': 'http://www.cnamts.fr/INSiRecVit',
        MatriculeIndividu: { NumIdentifiant: card.nir, Cle: card.cle },
        MatriculeOD: { NumIdentifiant: card.nir, Cle: card.cle },
        ...date,
      },
    });
  }

  verify(ins: Ins, traits: Traits): Promise<InsiResult> {
    return this.#call('verifierInsAvecTraitsIdentite', {
      REQUnitaire: {
        '@_xmlns': 'http://www.cnamts.fr/INSiLot2/REQUnitaire',
        IndividuVerifie: {
          INSFourni: {
            IdIndividu: { NumIdentifiant: ins.matricule.slice(0, 13), Cle: ins.matricule.slice(13) },
            OID: ins.oid,
          },
          TraitsIdentiteIndividu: {
            NomNaissance: traits['nomNaissance'],
            Prenom: (traits['prenoms'] ?? traits['premierPrenom'] ?? '').split(' ')[0],
            Sexe: traits['sexe'],
            DateNaissance: traits['dateNaissance'],
            LieuNaissance: traits['lieuNaissance'],
          },
        },
      },
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #call(operation: string, payload: Node): Promise<InsiResult> {
    const soap = this.#conduct.soap11 === true ? 'http://schemas.xmlsoap.org/soap/envelope/' : soap12;
    const xml = builder.build({
      'soap:Envelope': { '@_xmlns:soap': soap, 'soap:Header': this.#header(operation), 'soap:Body': payload },
    });
    try {
      const response = await request(this.#settings.url, {
        method: 'POST',
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(deadlineMs),
        headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
        body: `<?xml version="1.0" encoding="UTF-8"?>${xml.replace(place, () => this.#settings.assertion?.() ?? '')}`,
      });
      return readResult(response.statusCode, await response.body.text());
    } catch (error) {
      return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
    }
  }

  #header(operation: string): Node {
    const { emetteur, idam } = this.#settings;
    const now = new Date().toISOString();
    const id = this.#conduct.reusesMessageId === true ? this.#messageId : randomUUID();
    const couverture = this.#conduct.withoutCouverture === true ? {} : { 'bam:COUVERTURE': '' };
    const lps = {
      'lps:ContexteLPS': {
        '@_xmlns:lps': 'urn:siram:lps:ctxlps',
        '@_Nature': 'CTXLPS',
        '@_Version': '01_00',
        'lps:Id': randomUUID(),
        'lps:Temps': now,
        'lps:Emetteur': emetteur,
        'lps:LPS': {
          'lps:IDAM': { '@_R': '4', '#text': idam },
          'lps:Version': '1.0.0',
          'lps:Instance': instance,
          'lps:Nom': 'urn:lps:lps-de-demonstration:1.0.0',
        },
      },
    };
    return {
      ...(this.#settings.assertion === undefined ? {} : security),
      'wsa:MessageID': { '@_xmlns:wsa': 'http://www.w3.org/2005/08/addressing', '#text': `uuid:${id}` },
      'wsa:Action': {
        '@_xmlns:wsa': 'http://www.w3.org/2005/08/addressing',
        '#text': `${urn}${this.#conduct.wrongAction === true ? 'rechercherInsAvecCarteVitale2' : operation}`,
      },
      'bam:ContexteBAM': {
        '@_xmlns:bam': 'urn:siram:bam:ctxbam',
        '@_Version': '01_02',
        'bam:Id': randomUUID(),
        'bam:Temps': now,
        'bam:Emetteur': emetteur,
        ...couverture,
      },
      ...(this.#conduct.withoutContexteLps === true ? {} : lps),
    };
  }
}

function readResult(status: number, text: string): InsiResult {
  let root: Node;
  try {
    root = parser.parse(text) as Node;
  } catch (error) {
    return { kind: 'unavailable', why: `réponse illisible (${error instanceof Error ? error.message : ''})` };
  }
  const body = at(root, 'Envelope', 'Body');
  if (status !== 200 || body === undefined || body['Fault'] !== undefined)
    return { kind: 'unavailable', why: `service indisponible (${status})` };
  const verification = at(body, 'REPUnitaire', 'IndividuVerifie');
  if (verification !== undefined) return { kind: 'verified', ok: value(verification, 'Resultat') === 'OK' };
  const resultat = at(body, 'RESULTAT');
  const codeCR = value(at(resultat, 'CR'), 'CodeCR');
  const individu = at(resultat, 'INDIVIDU');
  if (individu === undefined)
    return codeCR === '' ? { kind: 'unavailable', why: 'réponse sans code' } : { kind: 'none', codeCR };
  const tiq = at(individu, 'TIQ');
  const history = individu['INSHISTO'];
  const list = history === undefined ? [] : Array.isArray(history) ? history : [history];
  return {
    kind: 'identity',
    ins: insOf(at(individu, 'INSACTIF')),
    historique: list.filter(isNode).map(insOf),
    traits: {
      nomNaissance: value(tiq, 'NomNaissance'),
      prenoms: value(tiq, 'ListePrenom'),
      sexe: value(tiq, 'Sexe'),
      dateNaissance: value(tiq, 'DateNaissance'),
      lieuNaissance: value(tiq, 'LieuNaissance'),
    },
  };
}

function insOf(node: Node | undefined): Ins {
  const id = at(node, 'IdIndividu');
  return { matricule: `${value(id, 'NumIdentifiant')}${value(id, 'Cle')}`, oid: value(node, 'OID') };
}

function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let current: unknown = node;
  for (const name of path) current = isNode(current) ? current[name] : undefined;
  return isNode(current) ? current : undefined;
}

function value(node: Node | undefined, name: string): string {
  const found = node?.[name];
  if (typeof found === 'string') return found;
  return isNode(found) && typeof found['#text'] === 'string' ? found['#text'] : '';
}

function isNode(candidate: unknown): candidate is Node {
  return typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate);
}
