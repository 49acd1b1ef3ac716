import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MedplumClient, OperationOutcomeError } from '@medplum/core';
import type { Bundle, Patient } from '@medplum/fhirtypes';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fault as refuses } from '../../src/services/fhir/faults/reply-422.ts';
import { startFhirBench, type FhirBench } from '../builders/fhir-bench.ts';

let bench: FhirBench;
let client: MedplumClient;
let agent: Agent;
let folder = '';
beforeAll(async () => {
  bench = await startFhirBench();
  folder = mkdtempSync(join(tmpdir(), 'segur-fhir-'));
  writeFileSync(join(folder, 'ca.pem'), bench.pki.caPem);
  agent = new Agent({ connect: { ca: bench.pki.caPem } });
  client = new MedplumClient({
    baseUrl: `${new URL(bench.url).origin}/`,
    fhirUrlPath: 'fhir',
    cacheTime: 0,
    fetch: (url: string, init: object) => undiciFetch(url, { ...init, dispatcher: agent }),
  });
});
beforeEach(() => {
  bench.preuves.length = 0;
  bench.arm(undefined);
});
afterAll(async () => {
  await agent.destroy();
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

const system = 'urn:oid:2.25.1';
const patient = (value: string): Patient => ({
  resourceType: 'Patient',
  identifier: [{ system, value }],
  name: [{ use: 'official', family: 'ZZTEST', given: ['ANNE'] }],
});

describe('the FHIR server, in front of the client of medplum', () => {
  it('creates, reads, updates and finds', async () => {
    const made = await client.createResource(patient('m-1'));
    expect(made.meta?.versionId).toBe('1');
    expect(await client.readResource('Patient', made.id)).toEqual(made);
    const changed = await client.updateResource({ ...made, active: false });
    expect(changed).toMatchObject({ id: made.id, active: false, meta: { versionId: '2' } });
    const found = await client.searchResources('Patient', { identifier: `${system}|m-1` });
    expect(found.map(({ id }) => id)).toEqual([made.id]);
    expect(await client.searchOne('Patient', { identifier: `${system}|nobody` })).toBeUndefined();
  });

  it('creates once under a condition, and updates what a search designates', async () => {
    const query = `identifier=${system}|m-2`;
    const made = await client.createResourceIfNoneExist(patient('m-2'), query);
    expect((await client.createResourceIfNoneExist(patient('m-2'), query)).id).toBe(made.id);
    const changed = await client.upsertResource({ ...patient('m-2'), active: false }, query);
    expect(changed).toMatchObject({ id: made.id, active: false });
    expect(
      bench.preuves.map(
        ({ view }) =>
          (view as { readonly ecrits?: readonly { readonly effet: string }[] }).ecrits?.[0]?.effet,
      ),
    ).toEqual(['cree', 'deja-present', 'mis-a-jour']);
  });

  it('plays a batch and a transaction', async () => {
    const bundle = (type: Bundle['type']): Bundle => ({
      resourceType: 'Bundle',
      type,
      entry: ['a', 'b'].map((name) => ({
        resource: patient(`m-3-${name}`),
        request: { method: 'PUT', url: `Patient?identifier=${system}|m-3-${name}` },
      })),
    });
    const first = await client.executeBatch(bundle('transaction'));
    const second = await client.executeBatch(bundle('batch'));
    const statuses = [first, second].map(({ entry }) => entry?.map(({ response }) => response?.status));
    expect(statuses).toEqual([
      ['201 Created', '201 Created'],
      ['200 OK', '200 OK'],
    ]);
  });

  it('says by an OperationOutcome what it refuses', async () => {
    bench.arm(refuses as never);
    const refused = client.createResource(patient('m-4'));
    await expect(refused).rejects.toThrow(OperationOutcomeError);
    await expect(refused).rejects.toThrow(/identitovigilance/);
    bench.arm(undefined);
    await expect(client.readResource('Patient', 'nobody')).rejects.toMatchObject({
      outcome: { issue: [{ code: 'not-found' }] },
    });
  });
});

const curl = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const given = ['--silent', '--cacert', join(folder, 'ca.pem'), '--write-out', '\n%{http_code}', ...args];
    execFile('curl', given, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`curl failed: ${error.message}`));
    });
  });

describe('the FHIR server, in front of curl', () => {
  it('publishes its capabilities', async () => {
    expect(await curl(`${bench.url}/metadata`)).toMatch(/"resourceType":"CapabilityStatement"[\s\S]*\n200$/);
  });

  it('answers a conditional create with Location and ETag, and XML with 415', async () => {
    const json = ['--header', 'content-type: application/fhir+json', '--data'];
    const headers = ['--dump-header', '-', '--header', `if-none-exist: identifier=${system}|c-1`];
    const answer = await curl(...headers, ...json, JSON.stringify(patient('c-1')), `${bench.url}/Patient`);
    expect(answer).toMatch(/etag: W\/"1"/i);
    expect(answer).toMatch(/location: https:\S+\/fhir\/Patient\/segur-\d+\/_history\/1/i);
    expect(answer).toMatch(/\n201$/);
    const xml = [
      '--header',
      'content-type: application/fhir+xml',
      '--data',
      '<Patient xmlns="http://hl7.org/fhir"/>',
    ];
    expect(await curl(...xml, `${bench.url}/Patient`)).toMatch(/OperationOutcome[\s\S]*\n415$/);
  });
});
