import type { X509Certificate } from 'node:crypto';
import { certificateFacts } from '../../../formats/x509/certificate-facts.ts';
import { attribute, child, elementsOf, textOf } from '../../../formats/xml-navigation/navigate.ts';
import type { XmlElement } from '../../../formats/xml-navigation/xml-tree.ts';
import { verifyEnvelopedSignature } from '../../../formats/xmldsig/verify-enveloped-signature.ts';
import type { WireRequest } from '../../../wire/http-exchange.ts';
import type { InsiAssertionView, InsiAuthenticationView } from '../preuves/views.ts';
import { insiNames } from './insi-names.ts';

type Mode = InsiAuthenticationView['modes'][number];

/**
 * Tells every means by which a call says who it is: client certificate, signed or PSC assertion, bearer token. The
 * chain of an assertion's certificate is followed to `authorities`; nothing is refused here.
 */
export function readAuthentication(
  request: WireRequest,
  envelope: XmlElement | undefined,
  authorities: readonly X509Certificate[],
): InsiAuthenticationView {
  const subject = request.tls?.clientCertificate?.subject;
  const assertions = envelope === undefined ? [] : findAll(envelope, insiNames.saml, 'Assertion');
  const [first] = assertions;
  const assertion = first === undefined ? undefined : describe(first, assertions.length, authorities);
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
  authorities: readonly X509Certificate[],
): InsiAssertionView {
  const nameId = findAll(element, insiNames.saml, 'NameID')[0];
  const issuer = child(element, 'Issuer');
  const conditions = child(element, 'Conditions');
  const attributes = findAll(element, insiNames.saml, 'Attribute').map((one): [string, string] => [
    attribute(one, 'Name') ?? '',
    elementsOf(one).map(textOf).join(' ').trim(),
  ]);
  const said = {
    nameId: nameId === undefined ? undefined : textOf(nameId).trim(),
    nameQualifier: attribute(nameId, 'NameQualifier'),
    issuer: issuer === undefined ? undefined : textOf(issuer).trim(),
    issuerFormat: attribute(issuer, 'Format'),
    issueInstant: attribute(element, 'IssueInstant'),
    notBefore: attribute(conditions, 'NotBefore'),
    notOnOrAfter: attribute(conditions, 'NotOnOrAfter'),
  };
  const { state, problem, signature } = verifyEnvelopedSignature(element, 'ID');
  const signer = certificateFacts(signature?.certificates ?? [], authorities);
  return {
    ...defined(said),
    ...defined({
      signatureMethod: signature?.signatureMethod,
      digestMethod: signature?.references[0]?.digestMethod,
      canonicalization: signature?.canonicalization.algorithm,
    }),
    signature: state,
    ...(problem === undefined ? {} : { signatureProblem: problem }),
    ...(signer === undefined ? {} : { signer }),
    attributes: Object.fromEntries(attributes),
    count,
  };
}

function defined(members: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
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
