import type { InsiAnswer, InsiIns, InsiReply, InsiSoapFault } from '../preuves/answer.ts';
import { insiNames } from './insi-names.ts';
import type { InsiOperation } from './read-call.ts';

/** Writes the SOAP 1.2 envelope of an answer, with the prefixes asked for: real answers differ in them. */
export function writeAnswer(
  answer: InsiAnswer,
  operation: InsiOperation,
  prefixes: InsiReply['prefixes'],
): string {
  return envelope(payloadOf(answer, operation, prefixes), prefixes);
}

function payloadOf(answer: InsiAnswer, operation: InsiOperation, prefixes: InsiReply['prefixes']): string {
  switch (operation) {
    case 'verification':
      return verification(answer, prefixes);
    case 'bulk-deposit':
    case 'bulk-result':
      return bulk(answer, prefixes);
    case 'traits':
    case 'vitale':
      return resultat(answer, prefixes);
  }
}

/** Writes a SOAP 1.2 fault with `siram:Erreur` in its detail. */
export function writeFault(fault: InsiSoapFault, prefixes: InsiReply['prefixes']): string {
  const soap = prefixes === 'ns2' ? 'S' : 'soap';
  return envelope(
    `<${soap}:Fault><${soap}:Code><${soap}:Value>${soap}:${fault.role}</${soap}:Value>` +
      `<${soap}:Subcode><${soap}:Value>${soap}:${escapeXml(fault.subcode)}</${soap}:Value></${soap}:Subcode></${soap}:Code>` +
      `<${soap}:Reason><${soap}:Text xml:lang="${escapeXml(fault.lang)}">${escapeXml(fault.text)}</${soap}:Text></${soap}:Reason>` +
      `<${soap}:Detail><siram:Erreur xmlns:siram="${insiNames.siram}" code="${escapeXml(fault.code)}" severite="${escapeXml(fault.severite)}">` +
      `${escapeXml(fault.text)}</siram:Erreur></${soap}:Detail></${soap}:Fault>`,
    prefixes,
  );
}

function envelope(payload: string, prefixes: InsiReply['prefixes']): string {
  const soap = prefixes === 'ns2' ? 'S' : 'soap';
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<${soap}:Envelope xmlns:${soap}="${insiNames.soap12}"><${soap}:Body>${payload}</${soap}:Body></${soap}:Envelope>`
  );
}

function resultat(answer: InsiAnswer, prefixes: InsiReply['prefixes']): string {
  const { tag, declaration } = names(prefixes, insiNames.resultat);
  const cr = `<${tag('CR')}><${tag('CodeCR')}>${escapeXml(answer.codeCR)}</${tag('CodeCR')}><${tag('LibelleCR')}>${escapeXml(answer.libelleCR)}</${tag('LibelleCR')}></${tag('CR')}>`;
  const { individu } = answer;
  const inner =
    individu === undefined
      ? ''
      : `<${tag('INDIVIDU')}>${ins('INSACTIF', individu.actif, tag)}${individu.historique.map((one) => ins('INSHISTO', one, tag)).join('')}` +
        `<${tag('TIQ')}>${field('NomNaissance', individu.nomNaissance, tag)}${individu.prenom === undefined ? '' : field('Prenom', individu.prenom, tag)}` +
        `${field('ListePrenom', individu.listePrenom, tag)}${field('Sexe', individu.sexe, tag)}${field('DateNaissance', individu.dateNaissance, tag)}` +
        `${field('LieuNaissance', individu.lieuNaissance, tag)}</${tag('TIQ')}></${tag('INDIVIDU')}>`;
  return `<${tag('RESULTAT')} ${declaration}>${cr}${inner}</${tag('RESULTAT')}>`;
}

// Assumed: only the name space of this answer was seen in public code; its members are ours until the WSDL is read.
function verification(answer: InsiAnswer, prefixes: InsiReply['prefixes']): string {
  const { tag, declaration } = names(prefixes, insiNames.lot2Reponse);
  const code = answer.verification ?? 'KO';
  return (
    `<${tag('REPUnitaire')} ${declaration}><${tag('CR')}>${field('CodeCR', '00', tag)}${field('LibelleCR', 'OK', tag)}</${tag('CR')}>` +
    `<${tag('IndividuVerifie')}>${field('Resultat', code, tag)}</${tag('IndividuVerifie')}></${tag('REPUnitaire')}>`
  );
}

// Assumed whole: a number for the deposit, then a result for each identity. Nothing of it was seen.
function bulk(answer: InsiAnswer, prefixes: InsiReply['prefixes']): string {
  const { tag, declaration } = names(prefixes, insiNames.lot2Masse);
  const results = (answer.verifications ?? []).map(
    ({ numIdentifiant, cle, resultat: code }) =>
      `<${tag('IndividuVerifie')}><${tag('IdIndividu')}>${field('NumIdentifiant', numIdentifiant, tag)}${field('Cle', cle, tag)}</${tag('IdIndividu')}>` +
      `${field('Resultat', code, tag)}</${tag('IndividuVerifie')}>`,
  );
  return (
    `<${tag('REPMasse')} ${declaration}><${tag('CR')}>${field('CodeCR', answer.codeCR, tag)}${field('LibelleCR', answer.libelleCR, tag)}</${tag('CR')}>` +
    `${answer.lot === undefined ? '' : field('IdentifiantLot', answer.lot, tag)}${results.join('')}</${tag('REPMasse')}>`
  );
}

type Tag = (name: string) => string;

function names(
  prefixes: InsiReply['prefixes'],
  namespace: string,
): { readonly tag: Tag; readonly declaration: string } {
  return prefixes === 'ns2'
    ? { tag: (name) => `ns2:${name}`, declaration: `xmlns:ns2="${namespace}"` }
    : { tag: (name) => name, declaration: `xmlns="${namespace}"` };
}

function ins(name: string, value: InsiIns, tag: Tag): string {
  return (
    `<${tag(name)}><${tag('IdIndividu')}>${field('NumIdentifiant', value.numIdentifiant, tag)}${field('Cle', value.cle, tag)}` +
    `${value.typeMatricule === undefined ? '' : field('TypeMatricule', value.typeMatricule, tag)}</${tag('IdIndividu')}>${field('OID', value.oid, tag)}` +
    `${value.dateDeb === undefined ? '' : field('DateDeb', value.dateDeb, tag)}${value.dateFin === undefined ? '' : field('DateFin', value.dateFin, tag)}</${tag(name)}>`
  );
}

function field(name: string, value: string, tag: Tag): string {
  return `<${tag(name)}>${escapeXml(value)}</${tag(name)}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
