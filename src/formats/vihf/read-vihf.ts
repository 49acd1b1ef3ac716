import {
  attribute,
  child,
  children,
  descend,
  elementsOf,
  placeOf,
  textOf,
} from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml-navigation/xml-tree.ts';
import { readXmlSignature, signaturesOf } from '../xmldsig/read-xml-signature.ts';
import type { Vihf, VihfAttribute, VihfValue } from './vihf.ts';

const SAML2 = 'urn:oasis:names:tc:SAML:2.0:assertion';

/** Qualifiers of the subject in the assertion that INSi takes, which is another one with its own rules. */
const insiQualifiers = ['CPS', 'PSC'];

/**
 * Every SAML 2.0 assertion under an element, in document order; an assertion inside of another is found too. The
 * assertion of an INSi call is left out: it is no VIHF.
 */
export function readVihfs(root: XmlElement): readonly Vihf[] {
  const found: Vihf[] = [];
  const queue: XmlElement[] = [root];
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (element === undefined) break;
    if (element.name === 'Assertion' && element.namespace === SAML2 && !isForInsi(element))
      found.push(readVihf(element));
    queue.push(...elementsOf(element));
  }
  return found;
}

function isForInsi(assertion: XmlElement): boolean {
  const nameId = child(child(assertion, 'Subject'), 'NameID');
  return insiQualifiers.includes(attribute(nameId, 'NameQualifier') ?? '');
}

function readVihf(element: XmlElement): Vihf {
  const issuer = child(element, 'Issuer');
  const authn = child(element, 'AuthnStatement');
  const context = child(authn, 'AuthnContext');
  const [signature] = signaturesOf(element);
  return {
    element,
    id: attribute(element, 'ID') ?? '',
    version: attribute(element, 'Version') ?? '',
    issued: attribute(element, 'IssueInstant') ?? '',
    issuer: text(issuer),
    issuerFormat: attribute(issuer, 'Format') ?? '',
    nameId: text(child(child(element, 'Subject'), 'NameID')),
    authnInstant: attribute(authn, 'AuthnInstant') ?? '',
    classRef: text(child(context, 'AuthnContextClassRef')),
    contextDecl:
      child(context, 'AuthnContextDecl') === undefined ? undefined : text(child(context, 'AuthnContextDecl')),
    audiences: descend(element, 'Conditions', 'AudienceRestriction').length,
    attributes: descend(element, 'AttributeStatement', 'Attribute').map(readAttribute),
    signature: signature === undefined ? undefined : readXmlSignature(signature),
    at: placeOf(element),
  };
}

function readAttribute(element: XmlElement): VihfAttribute {
  return {
    name: attribute(element, 'Name') ?? '',
    values: children(element, 'AttributeValue').map(readValue),
    at: placeOf(element),
  };
}

function readValue(element: XmlElement): VihfValue {
  const [coded] = elementsOf(element);
  return { text: text(element), code: attribute(coded, 'code'), codeSystem: attribute(coded, 'codeSystem') };
}

function text(element: XmlElement | undefined): string {
  return element === undefined ? '' : textOf(element).trim();
}
