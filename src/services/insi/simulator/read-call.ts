import { attribute, child, elementsOf, textOf } from '../../../formats/xml-navigation/navigate.ts';
import { parseTree, type XmlElement } from '../../../formats/xml-navigation/xml-tree.ts';
import type { WireRequest } from '../../../wire/http-exchange.ts';
import type { InsiCallView, InsiHeaderView, InsiTraitsView } from '../preuves/views.ts';
import { insiNames } from './insi-names.ts';

export type InsiOperation = 'traits' | 'vitale' | 'verification' | 'bulk-deposit' | 'bulk-result';

/** What could be read of a call; everything is optional because clients make mistakes. */
export type ReadCall = Pick<
  InsiCallView,
  | 'operation'
  | 'soapVersion'
  | 'contentType'
  | 'header'
  | 'traits'
  | 'vitale'
  | 'ins'
  | 'individus'
  | 'lot'
  | 'bodyOrder'
> & {
  readonly kind?: InsiOperation;
  readonly anomalies: readonly string[];
  readonly envelope?: XmlElement;
};

const noHeader: InsiHeaderView = {};

/** Reads an INSi request by name space, never by prefix; what is missing or odd becomes an anomaly. */
export function readCall(request: WireRequest): ReadCall {
  const contentType = request.header('content-type');
  const base = { header: noHeader, bodyOrder: [], ...(contentType === undefined ? {} : { contentType }) };
  if (request.body.length === 0) return { ...base, anomalies: ['empty-body'] };
  const reading = parseTree(request.body);
  if (reading.kind === 'problem') return { ...base, anomalies: [`not-xml: ${reading.message}`] };
  const envelope = reading.root;
  const soapVersion = versionOf(envelope);
  if (envelope.name !== 'Envelope' || soapVersion === undefined)
    return { ...base, anomalies: ['not-soap'], envelope };
  const body = child(envelope, 'Body');
  const payload = elementsOf(body)[0];
  const anomalies = [
    ...(contentType?.toLowerCase().includes('application/soap+xml') === true ? [] : ['content-type']),
    ...(soapVersion === '1.2' ? [] : ['soap-1.1']),
    ...(payload === undefined ? ['empty-body'] : []),
  ];
  const kind = payload === undefined ? undefined : operationOf(payload);
  return {
    ...base,
    envelope,
    soapVersion,
    header: readHeader(child(envelope, 'Header')),
    bodyOrder: elementsOf(payload).map((element) => element.name),
    ...(payload === undefined ? {} : { operation: operationName(payload, kind) }),
    ...(kind === undefined ? {} : { kind }),
    ...readPayload(payload, kind),
    anomalies,
  };
}

function versionOf(envelope: XmlElement): string | undefined {
  if (envelope.namespace === insiNames.soap12) return '1.2';
  return envelope.namespace === insiNames.soap11 ? '1.1' : undefined;
}

function operationOf(payload: XmlElement): InsiOperation | undefined {
  if (payload.namespace === insiNames.recSans) return 'traits';
  if (payload.namespace === insiNames.recVit) return 'vitale';
  const verified = findAll(payload, 'IndividuVerifie').length;
  // Assumed: what was seen of "Lot 2" is the name space of its answer and the shape of IndividuVerifie.
  if (verified > 1 || (verified === 1 && payload.name.includes('Masse'))) return 'bulk-deposit';
  if (verified === 1) return 'verification';
  if (payload.namespace.includes('INSiLot2')) return 'bulk-result';
  return undefined;
}

function operationName(payload: XmlElement, kind: InsiOperation | undefined): string {
  if (kind === 'traits') return 'rechercherInsAvecTraitsIdentite';
  if (kind === 'vitale') return 'rechercherInsAvecCarteVitale';
  if (kind === 'verification') return 'verifierInsAvecTraitsIdentite';
  return `{${payload.namespace}}${payload.name}`;
}

function readPayload(
  payload: XmlElement | undefined,
  kind: InsiOperation | undefined,
): Pick<ReadCall, 'traits' | 'vitale' | 'ins' | 'individus' | 'lot'> {
  if (payload === undefined) return {};
  if (kind === 'traits') return { traits: readTraits(payload) };
  if (kind === 'vitale') return { vitale: readVitale(payload) };
  if (kind === 'verification') return readVerified(payload);
  if (kind === 'bulk-deposit') return { individus: findAll(payload, 'IndividuVerifie').map(readVerified) };
  return kind === 'bulk-result' ? present({ lot: textIn(payload, 'IdentifiantLot') }) : {};
}

function readVerified(element: XmlElement): NonNullable<ReadCall['individus']>[number] {
  const traits = find(element, 'TraitsIdentiteIndividu');
  const fourni = find(element, 'INSFourni');
  return {
    ...(traits === undefined ? {} : { traits: readTraits(traits) }),
    ins: present({
      numIdentifiant: textIn(fourni, 'NumIdentifiant'),
      cle: textIn(fourni, 'Cle'),
      oid: textIn(fourni, 'OID'),
    }),
  };
}

function readTraits(element: XmlElement): InsiTraitsView {
  return present({
    nomNaissance: textIn(element, 'NomNaissance'),
    prenoms: elementsOf(element)
      .filter((one) => one.name === 'Prenom')
      .map(textOf),
    sexe: textIn(element, 'Sexe'),
    dateNaissance: textIn(element, 'DateNaissance'),
    lieuNaissance: textIn(element, 'LieuNaissance'),
  });
}

function readVitale(element: XmlElement): NonNullable<ReadCall['vitale']> {
  const matricule = find(element, 'MatriculeIndividu');
  const od = find(element, 'MatriculeOD');
  const ins = (
    from: XmlElement,
  ): { readonly numIdentifiant?: string; readonly cle?: string; readonly typeMatricule?: string } =>
    present({
      numIdentifiant: textIn(from, 'NumIdentifiant'),
      cle: textIn(from, 'Cle'),
      typeMatricule: textIn(from, 'TypeMatricule'),
    });
  return present({
    matriculeIndividu: matricule === undefined ? undefined : ins(matricule),
    matriculeOD: od === undefined ? undefined : ins(od),
    nomNaissance: textIn(element, 'NomNaissance'),
    dateNaissance: textIn(element, 'DateNaissance'),
    rangNaissance: textIn(element, 'RangNaissance'),
  });
}

function readHeader(header: XmlElement | undefined): InsiHeaderView {
  const named = (namespace: string, name: string): XmlElement | undefined =>
    header === undefined ? undefined : childNamed(header, name, namespace);
  const bam = named(insiNames.contexteBam, 'ContexteBAM');
  const lps = named(insiNames.contexteLps, 'ContexteLPS');
  const messageId = named(insiNames.wsa, 'MessageID');
  const action = named(insiNames.wsa, 'Action');
  return present({
    messageId: messageId === undefined ? undefined : textOf(messageId),
    action: action === undefined ? undefined : textOf(action),
    contexteBam: bam === undefined ? undefined : { ...contextBase(bam), couverture: couvertureOf(bam) },
    contexteLps: lps === undefined ? undefined : { ...contextBase(lps), ...lpsOf(lps) },
  });
}

function contextBase(element: XmlElement): {
  readonly version?: string;
  readonly nature?: string;
  readonly id?: string;
  readonly temps?: string;
  readonly emetteur?: string;
} {
  return present({
    version: attribute(element, 'Version'),
    nature: attribute(element, 'Nature'),
    id: textIn(element, 'Id'),
    temps: textIn(element, 'Temps'),
    emetteur: textIn(element, 'Emetteur'),
  });
}

function couvertureOf(bam: XmlElement): 'absent' | 'empty' | 'filled' {
  const couverture = child(bam, 'COUVERTURE');
  if (couverture === undefined) return 'absent';
  return elementsOf(couverture).length === 0 ? 'empty' : 'filled';
}

function lpsOf(lps: XmlElement): Partial<NonNullable<InsiHeaderView['contexteLps']>> {
  const inner = child(lps, 'LPS');
  const idam = child(inner, 'IDAM');
  return present({
    idam: idam === undefined ? undefined : textOf(idam),
    idamR: attribute(idam, 'R'),
    lpsVersion: textIn(inner, 'Version'),
    instance: textIn(inner, 'Instance'),
    nom: textIn(inner, 'Nom'),
  });
}

/** Every descendant of that local name, none inside of another. */
function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((one) => (one.name === name ? [one] : findAll(one, name)));
}

/** The first descendant of that local name, whatever its name space. */
function find(element: XmlElement, name: string): XmlElement | undefined {
  for (const node of element.children) {
    if (node.kind !== 'element') continue;
    if (node.name === name) return node;
    const inside = find(node, name);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function childNamed(element: XmlElement, name: string, namespace: string): XmlElement | undefined {
  for (const node of element.children) {
    if (node.kind === 'element' && node.name === name && node.namespace === namespace) return node;
  }
  return undefined;
}

function textIn(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const found = childNamed(element, name, element.namespace) ?? find(element, name);
  return found === undefined ? undefined : textOf(found);
}

type Present<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Only the members that have a value: a member that a call lacks is absent from the view, not undefined. */
function present<T extends object>(members: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const key in members) {
    if (members[key] !== undefined) kept[key] = members[key];
  }
  return kept as Present<T>;
}
