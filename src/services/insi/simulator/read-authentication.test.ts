import { SignedXml } from 'xml-crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInsiClient, traitsBody, type InsiClientBench } from '../../../../tests/builders/insi-client.ts';
import type { KeyPair } from '../../../domain/service.ts';
import { generateAuthorities, pkiFrom } from '../../../engine/pki.ts';
import type { InsiCallView } from '../preuves/views.ts';

let bench: InsiClientBench;

beforeAll(async () => {
  bench = await startInsiClient();
});

afterAll(async () => {
  await bench.close();
});

describe('the assertion of a card', () => {
  const person = { identifiantNational: '899700000001', nom: 'ESSAI', prenom: 'ANNE' };

  function signedBody({ certPem, keyPem }: KeyPair): string {
    const assertion =
      `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Version="2.0" IssueInstant="2026-01-01T10:00:00Z">` +
      `<saml:Issuer Format="urn:x">CN=899700000001</saml:Issuer>` +
      `<saml:Subject><saml:NameID NameQualifier="CPS">899700000001</saml:NameID></saml:Subject>` +
      `<saml:Conditions NotBefore="2026-01-01T10:00:00Z" NotOnOrAfter="2026-01-01T11:00:00Z"/>` +
      `<saml:AttributeStatement><saml:Attribute Name="secteurActivite"><saml:AttributeValue>SA07</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>`;
    const canonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#';
    const signer = new SignedXml({
      privateKey: keyPem,
      publicCert: certPem,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: canonicalization,
    });
    signer.addReference({
      xpath: "//*[@ID='_1']",
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', canonicalization],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    });
    signer.computeSignature(assertion, { prefix: 'ds' });
    return traitsBody(bench.patient(), { assertion: signer.getSignedXml() });
  }

  async function assertionOf(pair: KeyPair): Promise<InsiCallView['authentication']['assertion']> {
    return (await bench.call(signedBody(pair))).view.authentication.assertion;
  }

  it('is read with its signature, its signer and its dates', async () => {
    const card = await bench.pki.card(person);
    const { view } = await bench.call(signedBody(card));
    expect(view.authentication).toMatchObject({
      modes: ['mtls', 'cpx'],
      assertion: {
        nameId: '899700000001',
        nameQualifier: 'CPS',
        issuerFormat: 'urn:x',
        notOnOrAfter: '2026-01-01T11:00:00Z',
        signature: 'valid',
        signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        signer: { subject: expect.stringContaining('CN=899700000001') as string, trusted: true },
        attributes: { secteurActivite: 'SA07' },
        count: 1,
      },
    });
  });

  it('is invalid once changed, and of an unknown signer when its card is of another authority', async () => {
    const card = await bench.pki.card(person);
    const altered = signedBody(card).replace('>SA07<', '>SA05<');
    expect((await bench.call(altered)).view.authentication.assertion).toMatchObject({
      signature: 'invalid',
      signatureProblem: 'digest',
    });
    const stranger = pkiFrom(await generateAuthorities());
    expect(await assertionOf(await stranger.card(person))).toMatchObject({
      signature: 'valid',
      signer: { trusted: false },
    });
  });

  it('is of a known signer when the dossier gives the authority of the card', async () => {
    const stranger = pkiFrom(await generateAuthorities());
    const other = await bench.start({ autoritesCartes: [stranger.clientCaPem] });
    try {
      const { view } = await bench.call(signedBody(await stranger.card(person)), { to: other });
      expect(view.authentication.assertion?.signer?.trusted).toBe(true);
    } finally {
      await other.close();
    }
    await expect(
      bench.start({ autoritesCartes: ['-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----'] }),
    ).rejects.toMatchObject({ code: 'INSI_AUTORITES' });
  });
});
