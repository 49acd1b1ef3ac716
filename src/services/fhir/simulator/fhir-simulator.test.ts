import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { patientOf, startFhirBench, type FhirBench } from '../../../../tests/builders/fhir-bench.ts';

let bench: FhirBench;
beforeAll(async () => {
  bench = await startFhirBench();
});
beforeEach(() => {
  bench.preuves.length = 0;
  bench.arm(undefined);
});
afterAll(() => bench.close());

let count = 0;
/** A local number that no other test uses. */
const fresh = (): string => `n-${String((count += 1))}`;
const condition = (value: string): string => `identifier=urn:oid:2.25.1|${value}`;
const outcome = (code: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code }],
});

describe('capabilities', () => {
  it('tells R4, Patient and its conditional interactions', async () => {
    const { status, json, headers } = await bench.call('/metadata');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/fhir+json; charset=utf-8');
    expect(json).toMatchObject({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      rest: [{ resource: [{ type: 'Patient', conditionalCreate: true, conditionalUpdate: true }] }],
    });
    expect(bench.preuves.map(({ kind }) => kind)).toEqual(['fhir/query']);
  });
});

describe('create', () => {
  it('gives id, version and Location, and records the Patient with its bytes', async () => {
    const body = patientOf(fresh(), { id: 'mine' });
    const { status, json, headers } = await bench.call('/Patient', { body });
    expect(status).toBe(201);
    expect(json).toMatchObject({ ...body, id: expect.stringMatching(/^segur-\d+$/) as string });
    expect(headers['etag']).toBe('W/"1"');
    expect(headers['location']).toBe(`${bench.url}/Patient/${String(json?.['id'])}/_history/1`);
    const [preuve] = bench.preuves;
    expect(preuve?.kind).toBe('fhir/write');
    expect(preuve?.view).toMatchObject({
      interaction: 'create',
      status: 201,
      patients: [{ path: 'Patient', nomNaissance: 'ZZTEST', premierPrenom: 'ANNE', sexe: 'F' }],
      ecrits: [{ effet: 'cree', version: 1, doublons: [] }],
      faults: [],
    });
    expect(Buffer.from(preuve?.bytes['resource'] ?? []).toString()).toBe(JSON.stringify(body));
  });

  it('under If-None-Exist finds the one that is there, and refuses when there are two', async () => {
    const value = fresh();
    const headers = { 'if-none-exist': condition(value) };
    const first = await bench.call('/Patient', { body: patientOf(value), headers });
    const again = await bench.call('/Patient', { body: patientOf(value), headers });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json?.['id']).toBe(first.json?.['id']);
    await bench.call('/Patient', { body: patientOf(value) });
    const last = bench.preuves.at(-1)?.view as { readonly ecrits: readonly { readonly doublons: object }[] };
    expect(last.ecrits[0]?.doublons).toEqual([first.json?.['id']]);
    const many = await bench.call('/Patient', { body: patientOf(value), headers });
    expect(many).toMatchObject({ status: 412, json: outcome('multiple-matches') });
  });

  it.each(['', 'family=ZZTEST', 'identifier=x&active=true'])('refuses the condition "%s"', async (text) => {
    const headers = { 'if-none-exist': text };
    const answer = await bench.call('/Patient', { body: patientOf(fresh()), headers });
    expect(answer).toMatchObject({ status: 412, json: outcome('not-supported') });
  });

  it('answers as the client prefers', async () => {
    const prefer = (value: string): Promise<unknown> =>
      bench.call('/Patient', { body: patientOf(fresh()), headers: { prefer: `return=${value}` } });
    expect(await prefer('minimal')).toMatchObject({ status: 201, text: '' });
    expect(await prefer('OperationOutcome')).toMatchObject({
      json: { resourceType: 'OperationOutcome', issue: [{ severity: 'information' }] },
    });
  });
});

describe('update', () => {
  it('replaces by id, creates one that is not there, and minds the version', async () => {
    const id = `mine-${fresh()}`;
    const put = (
      edit: object,
      headers = {},
    ): Promise<{ readonly status: number; readonly headers: object }> =>
      bench.call(`/Patient/${id}`, { method: 'PUT', body: patientOf('1', { id, ...edit }), headers });
    expect(await put({})).toMatchObject({ status: 201, headers: { etag: 'W/"1"' } });
    expect(await put({ active: true })).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
    expect(await put({}, { 'if-match': 'W/"1"' })).toMatchObject({ status: 412, json: outcome('conflict') });
    expect(await put({}, { 'if-match': 'W/"2"' })).toMatchObject({ status: 200 });
    expect(await put({ id: 'other' })).toMatchObject({ status: 400, json: outcome('invalid') });
  });

  it('finds by the search of its URL, and creates when nobody is found', async () => {
    const value = fresh();
    const put = (edit = {}): Promise<unknown> =>
      bench.call(`/Patient?${condition(value)}`, { method: 'PUT', body: patientOf(value, edit) });
    expect(await put()).toMatchObject({ status: 201 });
    expect(await put({ active: false })).toMatchObject({ status: 200, json: { active: false } });
    expect(await put({ id: 'other' })).toMatchObject({ status: 400 });
    await bench.call('/Patient', { body: patientOf(value) });
    expect(await put()).toMatchObject({ status: 412 });
    expect(bench.preuves[0]?.view).toMatchObject({
      interaction: 'update',
      condition: expect.any(String) as string,
    });
  });

  it('refuses an id that FHIR does not admit', async () => {
    const body = patientOf('1', { id: 'a_b' });
    expect(await bench.call('/Patient/a_b', { method: 'PUT', body })).toMatchObject({ status: 400 });
  });
});

describe('read and search', () => {
  it('reads the current version, 304 when the client has it, 404 when there is none', async () => {
    const { json } = await bench.call('/Patient', { body: patientOf(fresh()) });
    const path = `/Patient/${String(json?.['id'])}`;
    expect(await bench.call(path)).toMatchObject({ status: 200, json });
    expect(await bench.call(path, { headers: { 'if-none-match': 'W/"1"' } })).toMatchObject({ status: 304 });
    expect(await bench.call('/Patient/nobody')).toMatchObject({ status: 404, json: outcome('not-found') });
    expect(await bench.call(`${path}/_history/1`)).toMatchObject({ status: 404 });
  });

  it('finds by identifier, in each form of a token', async () => {
    const value = fresh();
    await bench.call('/Patient', { body: patientOf(value) });
    const total = async (query: string): Promise<unknown> =>
      (await bench.call(`/Patient?${query}`)).json?.['total'];
    expect(await total(condition(value))).toBe(1);
    expect(await total(`identifier=${value}`)).toBe(1);
    expect(await total(`identifier=|${value}`)).toBe(0);
    expect(await total(`identifier=urn:oid:2.25.2|${value}`)).toBe(0);
    expect(await total(`identifier=nobody,${value}`)).toBe(1);
    expect(await total(`${condition(value)}&_count=0&shoe-size=3`)).toBe(1);
    const form = await bench.call('/Patient/_search', {
      method: 'POST',
      body: new URLSearchParams({ identifier: value }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.json).toMatchObject({ type: 'searchset', total: 1, entry: [{ search: { mode: 'match' } }] });
    const strict = { headers: { prefer: 'handling=strict' } };
    expect(await bench.call('/Patient?shoe-size=3', strict)).toMatchObject({ status: 400 });
  });
});

describe('bundles', () => {
  const entry = (value: string, more: object = {}): object => ({
    fullUrl: `urn:uuid:${value}`,
    resource: patientOf(value, more),
    request: { method: 'POST', url: 'Patient', ifNoneExist: condition(value) },
  });
  const post = (type: string, list: readonly unknown[]): ReturnType<FhirBench['call']> =>
    bench.call('', { body: { resourceType: 'Bundle', type, entry: list } });

  it('plays a transaction, links included', async () => {
    const [kept, lost] = [fresh(), fresh()];
    const link = [{ type: 'replaced-by', other: { reference: `urn:uuid:${kept}` } }];
    const { status, json } = await post('transaction', [entry(kept), entry(lost, { link })]);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      type: 'transaction-response',
      entry: [{ response: { status: '201 Created' } }, { response: { status: '201 Created' } }],
    });
    const found = await bench.call(`/Patient?${condition(lost)}`);
    expect(found.text).toMatch(/"link":\[\{"type":"replaced-by","other":\{"reference":"Patient\/segur-\d+"/);
    expect(bench.preuves[0]?.view).toMatchObject({
      interaction: 'transaction',
      patients: [{ path: 'Bundle.entry[0].resource' }, { path: 'Bundle.entry[1].resource' }],
      ecrits: [{ effet: 'cree' }, { effet: 'cree' }],
    });
  });

  it('is all or nothing for a transaction, entry by entry for a batch', async () => {
    const value = fresh();
    const wrong = { resource: { resourceType: 'Basic' }, request: { method: 'POST', url: 'Basic' } };
    expect(await post('transaction', [entry(value), wrong])).toMatchObject({
      status: 404,
      json: outcome('not-supported'),
    });
    expect((await bench.call(`/Patient?${condition(value)}`)).json?.['total']).toBe(0);
    const batch = await post('batch', [entry(value), wrong]);
    expect(batch.json).toMatchObject({
      type: 'batch-response',
      entry: [{ response: { status: '201 Created' } }, { response: { status: '404' } }],
    });
    expect((await bench.call(`/Patient?${condition(value)}`)).json?.['total']).toBe(1);
  });

  it.each([
    ['another type', { resourceType: 'Bundle', type: 'document' }],
    ['no Bundle', patientOf()],
    ['an entry without request', { resourceType: 'Bundle', type: 'batch', entry: [{}] }],
  ])('tells what is wrong with %s', async (_name, body) => {
    const { status, text } = await bench.call('', { body });
    expect(text).toContain('OperationOutcome');
    expect(status).toBe('entry' in body ? 200 : 400);
  });
});

describe('what the server refuses', () => {
  it.each([
    ['XML', { 'content-type': 'application/fhir+xml' }, '<Patient/>', 415],
    ['no media type', { 'content-type': '' }, '{}', 415],
    ['Latin-1', { 'content-type': 'application/fhir+json; charset=iso-8859-1' }, '{}', 415],
    ['R5', { 'content-type': 'application/fhir+json; fhirVersion=5.0' }, '{}', 415],
    ['gzip', { 'content-encoding': 'gzip' }, '{}', 415],
    ['XML back', { accept: 'application/fhir+xml' }, JSON.stringify(patientOf()), 406],
    ['no JSON', {}, '{"resourceType":', 400],
    ['no resource', {}, '[]', 400],
    ['another resource', {}, '{"resourceType":"Basic"}', 400],
    ['depth', {}, `{"resourceType":"Patient","a":${'['.repeat(200)}${']'.repeat(200)}}`, 400],
    ['an unknown member', {}, JSON.stringify(patientOf('1', { birthPlace: {} })), 400],
    ['an empty list', {}, JSON.stringify(patientOf('1', { name: [] })), 400],
    ['a wrong type', {}, JSON.stringify(patientOf('1', { active: 'yes' })), 400],
    ['a gender', {}, JSON.stringify(patientOf('1', { gender: 'F' })), 422],
    ['a date', {}, JSON.stringify(patientOf('1', { birthDate: '28/03/1979' })), 422],
    ['a use', {}, JSON.stringify(patientOf('1', { identifier: [{ use: 'active', value: '1' }] })), 422],
    ['a link', {}, JSON.stringify(patientOf('1', { link: [{ type: 'same', other: {} }] })), 422],
  ])('%s', async (_name, headers, body, status) => {
    const answer = await bench.call('/Patient', { body, headers });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] });
    expect(bench.preuves.at(-1)?.view).toMatchObject({ problem: expect.any(String) as string, ecrits: [] });
  });

  it('bytes that are not UTF-8', async () => {
    const body = Buffer.from('{"resourceType":"Patient","id":"\xe9"}', 'latin1');
    const headers = { 'content-type': 'application/json' };
    expect(await bench.call('/Patient', { body, headers })).toMatchObject({ status: 400 });
  });

  it.each([
    ['DELETE', '/Patient/1', 405],
    ['PATCH', '/Patient/1', 405],
    ['GET', '', 405],
    ['GET', '/Observation', 404],
    ['GET', '/../other', 404],
    ['GET', '/%ZZ', 404],
  ])('%s %s', async (method, path, status) => {
    expect(await bench.call(path, { method })).toMatchObject({ status, json: outcome('not-supported') });
    expect(bench.preuves.at(-1)?.kind).toBe('fhir/unknown-request');
  });

  it('a body over the limit, and goes on', async () => {
    const body = JSON.stringify(patientOf('1', { language: 'x'.repeat(3 * 1024 * 1024) }));
    await bench.call('/Patient', { body }).then(
      ({ status }) => expect(status).toBe(413),
      () => undefined,
    );
    expect(await bench.call('/metadata')).toMatchObject({ status: 200 });
  });

  it('never breaks, whatever JSON is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.constantFrom('/Patient', ''), async (json, path) => {
        const body = json.startsWith('{')
          ? json.replace('{', '{"resourceType":"Patient",').replace(',}', '}')
          : json;
        const { status } = await bench.call(path, { body });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
    expect(bench.preuves.map(({ kind }) => kind)).not.toContain('bench/error');
  });
});

it('speaks plain HTTP when asked', async () => {
  const plain = await startFhirBench({ tls: false });
  expect(plain.url).toMatch(/^http:/);
  expect(await plain.call('/metadata')).toMatchObject({ status: 200 });
  await plain.close();
});
