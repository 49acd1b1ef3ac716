import { SignedXml } from 'xml-crypto';
import { attribute, elementsOf, textOf } from '../../../formats/xml-navigation/navigate.ts';
import type { XmlElement } from '../../../formats/xml-navigation/xml-tree.ts';
import type { WireRequest } from '../../../wire/http-exchange.ts';
import type { InsiAuthenticationView } from '../preuves/views.ts';
import { insiNames } from './insi-names.ts';

type Mode = InsiAuthenticationView['modes'][number];

/** Tells every means by which a call says who it is: client certificate, signed or PSC assertion, bearer token. */
export function readAuthentication(
  request: WireRequest,
  envelope: XmlElement | undefined,
): InsiAuthenticationView {
  const subject = request.tls?.clientCertificate?.subject;
  const assertions = envelope === undefined ? [] : findAll(envelope, insiNames.saml, 'Assertion');
  const [first] = assertions;
  const assertion =
    first === undefined ? undefined : describe(first, assertions.length, request.body.toString('utf8'));
  const bearer = request.header('authorization')?.toLowerCase().startsWith('bearer ') === true;
  const modes: Mode[] = [
    ...(subject === undefined ? [] : (['mtls'] as const)),
    ...(assertion === undefined
      ? []
      : ([assertion.nameQualifier === 'PSC' ? 'psc-assertion' : 'cpx'] as const)),
    ...(bearer ? (['bearer'] as const) : []),
  ];
  const cn = subject === undefined ? undefined : attributeOf(subject, 'CN');
  const ou = subject === undefined ? undefined : attributeOf(subject, 'OU');
  return {
    modes,
    ...(cn === undefined ? {} : { certificateCommonName: cn }),
    ...(ou === undefined ? {} : { certificateOrganizationalUnit: ou }),
    ...(assertion === undefined ? {} : { assertion }),
  };
}

function describe(
  element: XmlElement,
  count: number,
  xml: string,
): NonNullable<InsiAuthenticationView['assertion']> {
  const nameId = findAll(element, insiNames.saml, 'NameID')[0];
  const issuer = findAll(element, insiNames.saml, 'Issuer')[0];
  const attributes = findAll(element, insiNames.saml, 'Attribute').map((one): [string, string] => [
    attribute(one, 'Name') ?? '',
    elementsOf(one).map(textOf).join(' ').trim(),
  ]);
  const qualifier = attribute(nameId, 'NameQualifier');
  return {
    ...(nameId === undefined ? {} : { nameId: textOf(nameId).trim() }),
    ...(qualifier === undefined ? {} : { nameQualifier: qualifier }),
    ...(issuer === undefined ? {} : { issuer: textOf(issuer).trim() }),
    signature: signatureOf(element, xml),
    attributes: Object.fromEntries(attributes),
    count,
  };
}

/**
 * Verifies the enveloped signature with the certificate it carries: integrity only, the chain is a matter for
 * checks. A document that cannot be verified is `invalid`, never an exception.
 */
function signatureOf(assertion: XmlElement, xml: string): 'valid' | 'invalid' | 'absent' {
  const signature = elementsOf(assertion).find(
    (one) => one.namespace === insiNames.dsig && one.name === 'Signature',
  );
  if (signature === undefined) return 'absent';
  const certificate = findAll(signature, insiNames.dsig, 'X509Certificate')[0];
  const node = /<(?:[\w-]+:)?Signature[\s>][\s\S]*?<\/(?:[\w-]+:)?Signature>/.exec(xml)?.[0];
  if (certificate === undefined || node === undefined) return 'invalid';
  const body = textOf(certificate).replace(/\s+/g, '');
  const pem = `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----`;
  try {
    const verifier = new SignedXml({ publicCert: pem });
    verifier.loadSignature(node);
    return verifier.checkSignature(xml) ? 'valid' : 'invalid';
  } catch {
    // xml-crypto throws on anything it cannot resolve: for the reader of a call that is an invalid signature.
    return 'invalid';
  }
}

function findAll(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (one: XmlElement): void => {
    for (const node of one.children) {
      if (node.kind !== 'element') continue;
      if (node.name === name && node.namespace === namespace) found.push(node);
      look(node);
    }
  };
  look(element);
  return found;
}

function attributeOf(subject: string, name: string): string | undefined {
  return subject
    .split(', ')
    .map((part) => part.split('='))
    .find(([key]) => key === name)?.[1];
}
