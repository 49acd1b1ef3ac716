import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent, request } from 'undici';
import { SignedXml } from 'xml-crypto';
import { startInsiBench, type InsiBench } from '../../../../tests/builders/insi-bench.ts';
import type { Patient } from '../../../domain/deck.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import type { KeyPair, RunningService } from '../../../domain/service.ts';
import { generateAuthorities, pkiFrom } from '../../../engine/pki.ts';
import type { InsiCallView } from '../preuves/views.ts';

let bench: InsiBench;
let agent: Agent;
let client: KeyPair;

beforeAll(async () => {
  bench = await startInsiBench();
  client = await bench.pki.client({ commonName: 'INSI-AUTO', organizationalUnit: 'R10100000000001' });
  agent = new Agent({ connect: { ca: bench.pki.caPem, cert: client.certPem, key: client.keyPem } });
});

afterAll(async () => {
  await agent.destroy();
  await bench.running.close();
});

function patient(role = 'nominal'): Patient {
  const found = bench.deck.patients.find((one) => one.role === role);
  if (found === undefined) throw new Error(`no patient ${role}`);
  return found;
}

function traitsBody(who: Patient, change: { readonly prenom?: string; readonly nom?: string } = {}): string {
  return (
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>` +
    `<a:MessageID xmlns:a="http://www.w3.org/2005/08/addressing">uuid:1</a:MessageID>` +
    `<b:ContexteBAM xmlns:b="urn:siram:bam:ctxbam" Version="01_02"><b:Id>1</b:Id><b:COUVERTURE/></b:ContexteBAM>` +
    `</s:Header><s:Body><r:RECSANSVITALE xmlns:r="http://www.cnamts.fr/INSiRecSans">` +
    `<r:NomNaissance>${change.nom ?? who.nomNaissance}</r:NomNaissance><r:Prenom>${change.prenom ?? who.prenoms[0] ?? ''}</r:Prenom>` +
    `<r:Sexe>${who.sexe}</r:Sexe><r:DateNaissance>${who.dateNaissance}</r:DateNaissance></r:RECSANSVITALE></s:Body></s:Envelope>`
  );
}

async function call(
  body: string,
  type = 'application/soap+xml; charset=utf-8',
  to: RunningService = bench.running,
): Promise<{
  readonly status: number;
  readonly text: string;
  readonly view: InsiCallView;
  readonly kind: string;
}> {
  const response = await request(to.endpoints['url'] ?? '', {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': type },
    body,
  });
  const text = await response.body.text();
  const preuve = bench.preuves.filter((one) => one.kind.startsWith('insi/')).at(-1);
  return { status: response.statusCode, text, view: preuve?.view as InsiCallView, kind: preuve?.kind ?? '' };
}

describe('INSi by traits', () => {
  it('answers 00 with the identity of the deck, and records what authenticated the call', async () => {
    const who = patient();
    const { status, text, view, kind } = await call(traitsBody(who));
    expect(status).toBe(200);
    expect(kind).toBe('insi/traits-request');
    expect(text).toContain(`<NumIdentifiant>${who.matricule.slice(0, 13)}</NumIdentifiant>`);
    expect(view.answer).toMatchObject({ codeCR: '00', individu: { matricule: who.matricule, oid: who.oid } });
    expect(view.authentication).toMatchObject({ modes: ['mtls'], certificateCommonName: 'INSI-AUTO' });
    expect(view.header).toMatchObject({
      messageId: 'uuid:1',
      contexteBam: { couverture: 'empty', version: '01_02' },
    });
    expect(view.bodyOrder).toEqual(['NomNaissance', 'Prenom', 'Sexe', 'DateNaissance']);
  });

  it('answers 01 to an unknown name and 02 when two identities agree', async () => {
    expect((await call(traitsBody(patient(), { nom: 'ZZPERSONNE' }))).view.answer.codeCR).toBe('01');
    const ambiguous = traitsBody({
      ...patient(),
      nomNaissance: 'DE VINCI',
      prenoms: ['LEONARDO'],
      sexe: 'M',
      dateNaissance: '2014-02-01',
    });
    expect((await call(ambiguous)).view.answer.codeCR).toBe('02');
    const withPlace = ambiguous.replace(
      '</r:RECSANSVITALE>',
      '<r:LieuNaissance>63220</r:LieuNaissance></r:RECSANSVITALE>',
    );
    expect((await call(withPlace)).view.answer.codeCR).toBe('00');
  });

  it('does not take an empty given name for an identity', async () => {
    expect((await call(traitsBody(patient(), { prenom: '' }))).view.answer.codeCR).toBe('01');
  });

  it('forces the code the state asks for, and answers faithfully again without it', async () => {
    bench.running.prepare({ reponse: '02' });
    expect((await call(traitsBody(patient()))).view.answer.codeCR).toBe('02');
    bench.running.prepare({});
    expect((await call(traitsBody(patient()))).view.answer.codeCR).toBe('00');
  });
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
    return traitsBody(patient()).replace('<s:Header>', `<s:Header>${signer.getSignedXml()}`);
  }

  async function assertionOf(pair: KeyPair): Promise<InsiCallView['authentication']['assertion']> {
    return (await call(signedBody(pair))).view.authentication.assertion;
  }

  it('is read with its signature, its signer and its dates', async () => {
    const card = await bench.pki.card(person);
    const { view } = await call(signedBody(card));
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
    expect((await call(altered)).view.authentication.assertion).toMatchObject({
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
      const { view } = await call(signedBody(await stranger.card(person)), undefined, other);
      expect(view.authentication.assertion?.signer?.trusted).toBe(true);
    } finally {
      await other.close();
    }
    await expect(
      bench.start({ autoritesCartes: ['-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----'] }),
    ).rejects.toMatchObject({ code: 'INSI_AUTORITES' });
  });
});

describe('INSi by carte Vitale and verification', () => {
  it('finds by the matricule of the card', async () => {
    const who = patient();
    const body = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><RECVITALE xmlns="http://www.cnamts.fr/INSiRecVit"><MatriculeIndividu><NumIdentifiant>${who.matricule.slice(0, 13)}</NumIdentifiant><Cle>${who.matricule.slice(13)}</Cle></MatriculeIndividu></RECVITALE></s:Body></s:Envelope>`;
    const { view, kind } = await call(body);
    expect(kind).toBe('insi/vitale-request');
    expect(view.answer).toMatchObject({ codeCR: '00', individu: { matricule: who.matricule } });
  });

  it('verifies matricule, OID and traits together', async () => {
    const who = patient();
    const body = (oid: string): string =>
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><v:REQUnitaire xmlns:v="http://www.cnamts.fr/INSiLot2/REQUnitaire"><v:IndividuVerifie><v:INSFourni><v:IdIndividu><v:NumIdentifiant>${who.matricule.slice(0, 13)}</v:NumIdentifiant><v:Cle>${who.matricule.slice(13)}</v:Cle></v:IdIndividu><v:OID>${oid}</v:OID></v:INSFourni><v:TraitsIdentiteIndividu><v:NomNaissance>${who.nomNaissance}</v:NomNaissance><v:Prenom>${who.prenoms[0] ?? ''}</v:Prenom><v:Sexe>${who.sexe}</v:Sexe><v:DateNaissance>${who.dateNaissance}</v:DateNaissance></v:TraitsIdentiteIndividu></v:IndividuVerifie></v:REQUnitaire></s:Body></s:Envelope>`;
    expect((await call(body(who.oid))).view.answer.verification).toBe('OK');
    expect((await call(body('1.2.250.1.213.1.4.11'))).view.answer.verification).toBe('KO');
  });
});

describe('INSi faults', () => {
  const cases: readonly (readonly [string, (text: string, view: InsiCallView, status: number) => void])[] = [
    ['answer-no-identity', (_text, view) => expect(view.answer.codeCR).toBe('01')],
    ['answer-several-identities', (_text, view) => expect(view.answer.codeCR).toBe('02')],
    ['answer-birth-day-00', (text) => expect(text).toMatch(/<DateNaissance>\d{4}-\d{2}-00</)],
    ['answer-birth-month-00', (text) => expect(text).toMatch(/<DateNaissance>\d{4}-00-00</)],
    ['answer-empty-birth-name', (text) => expect(text).toContain('<NomNaissance></NomNaissance>')],
    ['answer-empty-given-names', (text) => expect(text).toContain('<ListePrenom></ListePrenom>')],
    ['answer-empty-sex', (text) => expect(text).toContain('<Sexe></Sexe>')],
    ['answer-nia', (text) => expect(text).toContain('<OID>1.2.250.1.213.1.4.9</OID>')],
    ['answer-history', (_text, view) => expect(view.answer.individu?.historique).toHaveLength(2)],
    [
      'answer-wrong-key',
      (_text, view) => expect(view.answer.individu?.matricule).not.toBe(patient().matricule),
    ],
    [
      'answer-given-names-differ',
      (_text, view) => expect(view.answer.individu?.listePrenom).toMatch(/^ZZAUTRE /),
    ],
    [
      'answer-birth-place-differs',
      (_text, view) => expect(view.answer.individu?.lieuNaissance).toBe('99135'),
    ],
    [
      'reply-technical-error',
      (text, view, status) =>
        expect([status, view.answer.fault?.code, text.includes('siram_40')]).toEqual([500, 'insi_102', true]),
    ],
    ['reply-software-unknown', (_text, view) => expect(view.answer.fault?.code).toBe('desir_550')],
    ['reply-access-level', (_text, view) => expect(view.answer.fault?.code).toBe('DESIR_560')],
    ['reply-fatal-in-english', (text) => expect(text).toMatch(/xml:lang="en".*severite="fatal"/s)],
    ['reply-fatale', (text) => expect(text).toContain('severite="fatale"')],
    [
      'reply-prefixes-change',
      (text, view) => expect([text.includes('<ns2:RESULTAT'), view.answer.codeCR]).toEqual([true, '00']),
    ],
    ['reply-not-xml', (text) => expect(text).toMatch(/^<html>/)],
    ['reply-throttled', (_text, _view, status) => expect(status).toBe(503)],
  ];

  it.each(cases)('%s leaves as said and is attested', async (name, expected) => {
    await bench.arm(name);
    const before = bench.preuves.length;
    const { text, view, status } = await call(traitsBody(patient()));
    bench.armory.disarm();
    expected(text, view, status);
    expect(view.faults).toEqual([`insi/${name}`]);
    const attested = bench.preuves.slice(before).filter((one) => one.kind === 'fault/delivered');
    expect(attested).toHaveLength(1);
    expect(attested[0]?.view).toMatchObject({ fault: `insi/${name}` });
  });

  it.each(['reply-dropped', 'reply-truncated'])('%s breaks the connection and is attested', async (name) => {
    await bench.arm(name);
    const before = bench.preuves.length;
    await expect(call(traitsBody(patient()))).rejects.toThrow();
    bench.armory.disarm();
    expect(bench.preuves.slice(before).map((one) => one.kind)).toEqual([
      'insi/traits-request',
      'fault/delivered',
    ]);
  });

  it.each(['certificate-expired', 'certificate-untrusted', 'certificate-wrong-name'])(
    '%s is shown to a client that already called, and attested though no request came',
    async (name) => {
      expect((await call(traitsBody(patient()))).view.certificateFaults).toBeUndefined();
      await bench.arm(name);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const before = bench.preuves.length;
      await expect(call(traitsBody(patient()))).rejects.toThrow(/certificate|altnames|unable to/i);
      const attested = (): readonly Preuve[] =>
        bench.preuves.slice(before).filter((one) => one.kind === 'fault/delivered');
      await expect.poll(attested).toHaveLength(1);
      expect(attested()[0]?.view).toMatchObject({ fault: `insi/${name}`, target: 'insi/certificate' });
      expect(bench.preuves.slice(before).map((one) => one.kind)).not.toContain('insi/traits-request');
      bench.armory.disarm();
      expect((await call(traitsBody(patient()))).status).toBe(200);
    },
  );

  it('reply-slow waits for what its option says', async () => {
    await bench.arm('reply-slow', { delaiMs: 120 });
    const start = performance.now();
    await call(traitsBody(patient()));
    bench.armory.disarm();
    expect(performance.now() - start).toBeGreaterThan(110);
  });
});

describe('bad input', () => {
  it.each([
    ['', 'empty-body'],
    ['pas du XML', 'not-xml'],
    ['<a/>', 'not-soap'],
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'not-xml'],
    ['<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>', 'empty-body'],
  ])('%j is answered by a fault and recorded as %s', async (body, anomaly) => {
    const { status, view, kind } = await call(body);
    expect(status).toBe(500);
    expect(kind).toBe('insi/unknown-request');
    expect(view.anomalies.join()).toContain(anomaly);
  });

  it('notes SOAP 1.1 and a wrong content type, and goes on', async () => {
    const body = traitsBody(patient()).replace(
      'http://www.w3.org/2003/05/soap-envelope',
      'http://schemas.xmlsoap.org/soap/envelope/',
    );
    const { view } = await call(body, 'text/xml');
    expect(view.soapVersion).toBe('1.1');
    expect(view.anomalies).toEqual(['content-type', 'soap-1.1']);
    expect(view.answer.codeCR).toBe('00');
  });

  it('refuses a body over the limit without holding it', async () => {
    const response = await request(bench.running.endpoints['url'] ?? '', {
      method: 'POST',
      dispatcher: agent,
      body: Buffer.alloc(50_000_000, 0x61),
    }).catch((error: unknown) => error);
    if (response instanceof Error) expect(response.message).toMatch(/socket|closed|EPIPE|ECONNRESET/i);
    else expect((response as { statusCode: number }).statusCode).toBe(413);
    expect(bench.preuves.at(-1)?.view).toMatchObject({ aborted: 'body-too-large' });
  });

  it('survives a half-open client', async () => {
    const url = new URL(bench.running.endpoints['url'] ?? '');
    const socket = connect({
      host: '127.0.0.1',
      port: Number(url.port),
      ca: bench.pki.caPem,
      servername: 'localhost',
    });
    await new Promise<void>((resolve) => socket.once('secureConnect', resolve));
    socket.write('POST /lps HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n<s:');
    socket.destroy();
    expect((await call(traitsBody(patient()))).view.answer.codeCR).toBe('00');
  });
});
