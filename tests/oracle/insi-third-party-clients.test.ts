import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ClientSSLSecurity, createClientAsync, type Client } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Fault } from '../../src/domain/fault.ts';
import type { Preuve, PreuveDraft, Recorder } from '../../src/domain/preuve.ts';
import type { RunningService } from '../../src/domain/service.ts';
import { generateAuthorities, pkiFrom } from '../../src/engine/pki.ts';
import { RunArmory } from '../../src/engine/run-armory.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import type { InsiCallView } from '../../src/services/insi/preuves/views.ts';
import { service } from '../../src/services/insi/service.ts';

// Written from facts (names, name spaces, order): what a client generator needs to write the search by traits.
const wsdl = (url: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions name="test" targetNamespace="http://www.cnamts.fr/webservice" xmlns="http://schemas.xmlsoap.org/wsdl/"
  xmlns:tns="http://www.cnamts.fr/webservice" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
  xmlns:rec="http://www.cnamts.fr/INSiRecSans" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <types><xs:schema targetNamespace="http://www.cnamts.fr/INSiRecSans" elementFormDefault="qualified">
    <xs:element name="RECSANSVITALE"><xs:complexType><xs:sequence>
      <xs:element name="NomNaissance" type="xs:string" minOccurs="0"/>
      <xs:element name="Prenom" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="Sexe" type="xs:string" minOccurs="0"/>
      <xs:element name="DateNaissance" type="xs:string" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="RESULTAT" type="xs:anyType"/>
  </xs:schema></types>
  <message name="in"><part name="parameters" element="rec:RECSANSVITALE"/></message>
  <message name="out"><part name="parameters" element="rec:RESULTAT"/></message>
  <portType name="port"><operation name="rechercherInsAvecTraitsIdentite"><input message="tns:in"/><output message="tns:out"/></operation></portType>
  <binding name="binding" type="tns:port"><soap12:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="rechercherInsAvecTraitsIdentite">
      <soap12:operation soapAction="urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite"/>
      <input><soap12:body use="literal"/></input><output><soap12:body use="literal"/></output>
    </operation></binding>
  <service name="ICIR"><port name="port" binding="tns:binding"><soap12:address location="${url}"/></port></service>
</definitions>`;

const deck = makeDeck('oracle');
const preuves: Preuve[] = [];
const faults = new Map<string, Fault>();
const recorder: Recorder = {
  record: <V>(draft: PreuveDraft<V>): Preuve<V> => {
    const preuve = { ...draft, id: `p-${preuves.length + 1}`, at: 0, raw: {} } as unknown as Preuve<V>;
    preuves.push(preuve);
    return preuve;
  },
  secret: () => undefined,
};
const armory = new RunArmory((id) => faults.get(id) as Fault, recorder);

let running: RunningService;
let folder = '';
let client: Client;
const patient = deck.patients.find((one) => one.role === 'nominal');

beforeAll(async () => {
  const pki = pkiFrom(await generateAuthorities());
  const pair = await pki.client({ commonName: 'INSI-MANU', organizationalUnit: 'S1' });
  folder = mkdtempSync(join(tmpdir(), 'segur-insi-'));
  writeFileSync(join(folder, 'ca.pem'), pki.caPem);
  writeFileSync(join(folder, 'client.pem'), pair.certPem);
  writeFileSync(join(folder, 'client.key'), pair.keyPem);
  const started = await service.start?.({
    options: {},
    deck,
    recorder,
    armory,
    clock: virtualClock(),
    pki,
    host: '127.0.0.1',
    random: () => 0.5,
    signal: new AbortController().signal,
  });
  if (started === undefined) throw new Error('INSi has no simulator');
  running = started;
  const url = running.endpoints['url'] ?? '';
  writeFileSync(join(folder, 'insi.wsdl'), wsdl(url));
  client = await createClientAsync(join(folder, 'insi.wsdl'), {
    forceSoap12Headers: true,
    endpoint: url,
  });
  client.setSecurity(
    new ClientSSLSecurity(join(folder, 'client.key'), join(folder, 'client.pem'), join(folder, 'ca.pem')),
  );
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const traits = {
  NomNaissance: patient?.nomNaissance,
  Prenom: patient?.prenoms[0],
  Sexe: patient?.sexe,
  DateNaissance: patient?.dateNaissance,
};

async function search(): Promise<{ readonly body: string; readonly view: InsiCallView }> {
  const call = client['rechercherInsAvecTraitsIdentiteAsync'] as (
    input: object,
  ) => Promise<readonly [unknown, string]>;
  let body: string;
  try {
    [, body] = await call(traits);
  } catch (error) {
    body = (error as { readonly body?: string }).body ?? String(error);
  }
  return { body, view: preuves.filter((one) => one.kind.startsWith('insi/')).at(-1)?.view as InsiCallView };
}

async function armed(name: string): Promise<void> {
  const module = (await import(`../../src/services/insi/faults/${name}.ts`)) as { readonly fault: Fault };
  faults.set(`insi/${name}`, module.fault);
  armory.arm([{ id: `insi/${name}`, options: {} }]);
}

describe('npm soap as client of INSi', () => {
  it('gets the identity of the deck over mutual TLS', async () => {
    const { body, view } = await search();
    expect(body).toContain(patient?.matricule.slice(0, 13));
    expect(view.answer.codeCR).toBe('00');
    expect(view.soapVersion).toBe('1.2');
    expect(view.authentication).toMatchObject({ modes: ['mtls'], certificateCommonName: 'INSI-MANU' });
  });

  it.each([
    ['answer-no-identity', 'Aucune identite trouvee'],
    ['answer-several-identities', 'Plusieurs identites trouvees'],
    ['answer-birth-day-00', '-00<'],
    ['answer-nia', '1.2.250.1.213.1.4.9'],
    ['answer-history', 'INSHISTO'],
    ['reply-technical-error', 'insi_102'],
    ['reply-software-unknown', 'desir_550'],
    ['reply-access-level', 'DESIR_560'],
    ['reply-fatale', 'fatale'],
    ['reply-prefixes-change', 'ns2:RESULTAT'],
  ])('receives %s', async (name, text) => {
    await armed(name);
    const before = preuves.length;
    const { body } = await search();
    armory.disarm();
    expect(body).toContain(text);
    expect(preuves.slice(before).some((one) => one.kind === 'fault/delivered')).toBe(true);
  });
});

describe('curl as client of INSi', () => {
  it('sends the published request shape and reads the answer', async () => {
    const request =
      `<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope"><S:Body><RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans">` +
      `<NomNaissance>${traits.NomNaissance ?? ''}</NomNaissance><Prenom>${traits.Prenom ?? ''}</Prenom><Sexe>${traits.Sexe ?? ''}</Sexe>` +
      `<DateNaissance>${traits.DateNaissance ?? ''}</DateNaissance></RECSANSVITALE></S:Body></S:Envelope>`;
    const { stdout } = await promisify(execFile)('curl', [
      '-sS',
      ...[
        '--cacert',
        join(folder, 'ca.pem'),
        '--cert',
        join(folder, 'client.pem'),
        '--key',
        join(folder, 'client.key'),
      ],
      ...['-H', 'Content-Type: application/soap+xml; charset=utf-8', '--data-binary', request],
      running.endpoints['url'] ?? '',
    ]);
    expect(stdout).toContain('<CodeCR>00</CodeCR>');
  });
});
