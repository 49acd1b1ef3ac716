import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ClientSSLSecurity, createClientAsync, type Client } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDeck } from '../../src/catalogue/deck.ts';
import type { InsiCallView } from '../../src/services/insi/preuves/views.ts';
import { startInsiBench, type InsiBench } from '../builders/insi-bench.ts';

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

let bench: InsiBench;
let folder = '';
let client: Client;
const patient = makeDeck('insi').patients.find((one) => one.role === 'nominal');

beforeAll(async () => {
  bench = await startInsiBench();
  const { pki, running } = bench;
  const pair = await pki.client({ commonName: 'INSI-MANU', organizationalUnit: 'S1' });
  folder = mkdtempSync(join(tmpdir(), 'segur-insi-'));
  writeFileSync(join(folder, 'ca.pem'), pki.caPem);
  writeFileSync(join(folder, 'client.pem'), pair.certPem);
  writeFileSync(join(folder, 'client.key'), pair.keyPem);
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
  await bench.running.close();
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
  return {
    body,
    view: bench.preuves.filter((one) => one.kind.startsWith('insi/')).at(-1)?.view as InsiCallView,
  };
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
    await bench.arm(name);
    const before = bench.preuves.length;
    const { body } = await search();
    bench.armory.disarm();
    expect(body).toContain(text);
    expect(bench.preuves.slice(before).some((one) => one.kind === 'fault/delivered')).toBe(true);
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
      bench.running.endpoints['url'] ?? '',
    ]);
    expect(stdout).toContain('<CodeCR>00</CodeCR>');
  });
});
