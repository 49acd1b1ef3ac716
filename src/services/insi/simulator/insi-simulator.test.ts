import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from 'undici';
import { startInsiClient, traitsBody, type InsiClientBench } from '../../../../tests/builders/insi-client.ts';
import type { Patient } from '../../../domain/deck.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import type { InsiCallView } from '../preuves/views.ts';

let bench: InsiClientBench;

beforeAll(async () => {
  bench = await startInsiClient();
});

afterAll(async () => {
  await bench.close();
});

const patient = (role?: string): Patient => bench.patient(role);
const call: InsiClientBench['call'] = (...args) => bench.call(...args);

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

describe('a state that does not exist', () => {
  it.each([{ reponse: '03' }, { reponse: 2 }, { verification: 'ok' }, { prefixe: 'ns2' }])(
    '%j is refused',
    (wanted) => {
      expect(() => {
        bench.running.prepare(wanted);
      }).toThrow(expect.objectContaining({ code: 'INSI_STATE' }));
    },
  );

  it('00 answers faithfully again', async () => {
    bench.running.prepare({ reponse: '01' });
    bench.running.prepare({ reponse: '00' });
    expect((await call(traitsBody(patient()))).view.answer.codeCR).toBe('00');
  });
});

describe('INSi by carte Vitale and verification', () => {
  const lot2 = 'http://www.cnamts.fr/INSiLot2/REQMasse';
  const verified = (who: Patient, cle = who.matricule.slice(13)): string =>
    `<IndividuVerifie><INSFourni><IdIndividu><NumIdentifiant>${who.matricule.slice(0, 13)}</NumIdentifiant><Cle>${cle}</Cle></IdIndividu><OID>${who.oid}</OID></INSFourni>` +
    `<TraitsIdentiteIndividu><NomNaissance>${who.nomNaissance}</NomNaissance><Prenom>${who.prenoms[0] ?? ''}</Prenom><Sexe>${who.sexe}</Sexe><DateNaissance>${who.dateNaissance}</DateNaissance></TraitsIdentiteIndividu></IndividuVerifie>`;
  const bulk = (name: string, inside: string): string =>
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><${name} xmlns="${lot2}">${inside}</${name}></s:Body></s:Envelope>`;

  it('takes a deposit of verifications, and gives its results by its number (assumed)', async () => {
    const [one, other] = [patient('nominal'), patient('corse')];
    const deposit = await call(bulk('REQMasse', verified(one) + verified(other, '00')));
    expect(deposit.kind).toBe('insi/bulk-deposit');
    expect(deposit.view.individus).toHaveLength(2);
    const lot = deposit.view.answer.lot ?? '';
    expect(deposit.text).toContain(`<IdentifiantLot>${lot}</IdentifiantLot>`);
    const { kind, text, view } = await call(bulk('RESMasse', `<IdentifiantLot>${lot}</IdentifiantLot>`));
    expect(kind).toBe('insi/bulk-result');
    expect(view).toMatchObject({
      lot,
      answer: {
        verifications: [
          { matricule: one.matricule, resultat: 'OK' },
          { matricule: `${other.matricule.slice(0, 13)}00`, resultat: 'KO' },
        ],
      },
    });
    expect(text.match(/<Resultat>(OK|KO)<\/Resultat>/g)).toEqual([
      '<Resultat>OK</Resultat>',
      '<Resultat>KO</Resultat>',
    ]);
    await bench.arm('verification-ko');
    const again = await call(bulk('RESMasse', `<IdentifiantLot>${lot}</IdentifiantLot>`));
    bench.armory.disarm();
    expect(again.view.answer.verifications?.map(({ resultat }) => resultat)).toEqual(['KO', 'KO']);
    const unknown = await call(bulk('RESMasse', '<IdentifiantLot>LOT-0</IdentifiantLot>'));
    expect(unknown.view.answer).toEqual({ codeCR: '01' });
  });

  it('finds a child by the card of a parent and its own birth date', async () => {
    const child = patient('enfant');
    const holder = child.ouvrantDroit ?? '';
    const by = (date: string): string =>
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><RECVITALE xmlns="http://www.cnamts.fr/INSiRecVit"><MatriculeOD><NumIdentifiant>${holder.slice(0, 13)}</NumIdentifiant><Cle>${holder.slice(13)}</Cle></MatriculeOD><DateNaissance>${date}</DateNaissance></RECVITALE></s:Body></s:Envelope>`;
    expect((await call(by(child.dateNaissance))).view.answer.individu?.matricule).toBe(child.matricule);
    expect((await call(by(patient('lieu-inconnu').dateNaissance))).view.answer.individu?.matricule).toBe(
      holder,
    );
    expect((await call(by('1900-01-01'))).view.answer.codeCR).toBe('01');
  });

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
    const { view } = await call(body, { type: 'text/xml' });
    expect(view.soapVersion).toBe('1.1');
    expect(view.anomalies).toEqual(['content-type', 'soap-1.1']);
    expect(view.answer.codeCR).toBe('00');
  });

  it('refuses a body over the limit without holding it', async () => {
    const response = await request(bench.running.endpoints['url'] ?? '', {
      method: 'POST',
      dispatcher: bench.agent,
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
