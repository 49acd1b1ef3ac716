import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../domain/segur-error.ts';
import { readFhir } from '../../../formats/fhir/read-fhir.ts';
import { readPatientIns } from '../../../formats/fhir/patient-ins.ts';
import { startFhirBench, type FhirBench } from '../../../../tests/builders/fhir-bench.ts';
import type { FhirSentView } from '../preuves/views.ts';
import { variantNames } from './patient-variants.ts';

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A bench that sends to a server which answers as told, and what that server received. */
async function pair(
  answer: (response: ServerResponse) => void,
  autorisation?: string,
): Promise<{ readonly bench: FhirBench; readonly received: Received[] }> {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/base/`;
  const destinataire = { url, ...(autorisation === undefined ? {} : { autorisation }) };
  const bench = await startFhirBench({ destinataire });
  open.push(
    () => bench.close(),
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return { bench, received };
}

const created = (response: ServerResponse): void => {
  response.writeHead(201, {
    'content-type': 'application/fhir+json',
    location: 'http://lps.example/base/Patient/p-7/_history/1',
  });
  response.end('{"resourceType":"Patient","id":"p-7"}');
};
const view = (bench: FhirBench): FhirSentView => bench.preuves.at(-1)?.view as FhirSentView;
const envoyer = (bench: FhirBench, input = {}): Promise<object> =>
  bench.fhir.operate('envoyer', { role: 'tiers-1', variante: 'qualifiee', ...input });

describe('envoyer', () => {
  it('creates under If-None-Exist, and records what was sent and answered', async () => {
    const { bench, received } = await pair(created, 'Bearer jeton');
    const patient = bench.deck.patients.find(({ role }) => role === 'tiers-1');
    expect(await envoyer(bench)).toEqual({
      ipp: 'SEGUR-tiers-1',
      nomNaissance: patient?.nomNaissance,
      dateNaissance: patient?.dateNaissance,
      issue: 'answered',
      statut: 201,
      id: 'p-7',
    });
    expect(received).toMatchObject([
      {
        method: 'POST',
        url: '/base/Patient',
        headers: {
          'content-type': 'application/fhir+json; charset=utf-8',
          accept: 'application/fhir+json',
          authorization: 'Bearer jeton',
          'if-none-exist': expect.stringContaining('SEGUR-tiers-1') as string,
        },
      },
    ]);
    expect(view(bench)).toMatchObject({
      variante: 'qualifiee',
      role: 'tiers-1',
      ins: true,
      status: 201,
      reponse: 'Patient',
    });
    const { sent, resource, response } = bench.preuves[0]?.bytes ?? {};
    expect(Buffer.from(sent ?? []).toString()).toBe(received[0]?.body);
    expect(Buffer.from(resource ?? []).toString()).toBe(Buffer.from(response ?? []).toString());
    expect(JSON.stringify(bench.preuves)).not.toContain('jeton');
  });

  it('updates by the number of the bench, and says by whom a Patient is replaced', async () => {
    const { bench, received } = await pair(created);
    await envoyer(bench, { methode: 'mettre-a-jour', remplacePar: 'p-1' });
    expect(received[0]).toMatchObject({
      method: 'PUT',
      url: expect.stringMatching(/^\/base\/Patient\?identifier=/) as string,
    });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      active: false,
      link: [{ type: 'replaced-by', other: { reference: 'Patient/p-1' } }],
    });
  });

  it('sends each variant as what its name says', async () => {
    const { bench, received } = await pair(created);
    const historique = ['ins-ancienne', 'deux-ins'];
    for (const variante of variantNames) {
      const role = historique.includes(variante) ? 'tiers-historique' : 'tiers-2';
      await envoyer(bench, { variante, role });
    }
    const read = (variante: string): ReturnType<typeof readPatientIns> | string => {
      const { body = '' } = received[variantNames.indexOf(variante)] ?? {};
      const reading = readFhir(Buffer.from(body));
      if (reading.kind === 'problem') return reading.message;
      return reading.resource.resourceType === 'Patient' ? readPatientIns(reading.resource) : 'other';
    };
    expect(read('qualifiee')).toMatchObject({
      profiled: true,
      statuses: ['VALI'],
      ins: [{ use: 'official' }],
    });
    expect(read('provisoire')).toMatchObject({ profiled: false, statuses: ['PROV'], ins: [] });
    expect(read('douteuse')).toMatchObject({ attributes: ['DOUT'], ins: [] });
    expect(read('ins-ancienne')).toMatchObject({
      ins: [{ use: 'old' }, { use: 'official' }],
      official: ['Patient.identifier[1]'],
    });
    expect(read('deux-ins')).toMatchObject({ ins: [{ use: 'official' }, { use: 'official' }] });
    expect(read('type-faux')).toMatchObject({
      ins: [{ types: ['INS-NIR'], authority: { fhirType: 'INS-NIR-TEST' } }],
    });
    expect(read('oid-faux')).toMatchObject({ ins: [], official: ['Patient.identifier[0]'] });
    for (const broken of ['json-tronque', 'sans-type', 'trop-profond'])
      expect(read(broken)).toBeTypeOf('string');
    expect(read('autre-ressource')).toBe('other');
    expect(received[variantNames.indexOf('type-de-contenu')]?.headers['content-type']).toBe('text/plain');
  });

  it.each([
    [
      'a refusal',
      (response: ServerResponse) => response.writeHead(422).end('{"resourceType":"OperationOutcome"}'),
      'answered',
      422,
      'OperationOutcome',
    ],
    ['HTML', (response: ServerResponse) => response.writeHead(200).end('<p>'), 'answered', 200, ''],
    ['a hang up', (response: ServerResponse) => response.socket?.destroy(), 'broken', 0, ''],
    [
      'half an answer',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' }).write('{');
        setTimeout(() => response.socket?.destroy(), 20);
      },
      'broken',
      0,
      '',
    ],
  ])('tells of %s', async (_name, answer, issue, status, reponse) => {
    const { bench } = await pair(answer);
    await envoyer(bench);
    expect(view(bench)).toMatchObject({ issue, status, reponse });
  });

  it('tells of a software that is not there', async () => {
    const bench = await startFhirBench({ destinataire: { url: 'http://127.0.0.1:1/fhir' } });
    expect(await envoyer(bench)).toMatchObject({ issue: 'unreachable', statut: 0 });
    await bench.close();
  });

  it('sends nothing without recipient, and refuses what makes no request', async () => {
    const bench = await startFhirBench();
    expect(await envoyer(bench)).toMatchObject({ issue: 'sans-destinataire' });
    expect(await bench.fhir.operate('lire', { id: '1' })).toEqual({ issue: 'sans-destinataire' });
    expect(bench.preuves).toEqual([]);
    for (const wrong of [{ role: 'personne' }, { variante: 'x' }, { methode: 'effacer' }]) {
      await expect(envoyer(bench, wrong)).rejects.toThrow(InputError);
    }
    expect(() => bench.fhir.operate('autre', {})).toThrow(InputError);
    await bench.close();
  });
});

it('reads a Patient and the capabilities of the software', async () => {
  const { bench, received } = await pair(created);
  await bench.fhir.operate('lire', { id: 'a/b' });
  await bench.fhir.operate('capacites', {});
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /base/Patient/a%2Fb',
    'GET /base/metadata',
  ]);
  expect(bench.preuves.map(({ view: one }) => (one as FhirSentView).variante)).toEqual(['lire', 'capacites']);
});
