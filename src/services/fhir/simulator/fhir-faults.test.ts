import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../domain/fault.ts';
import { patientOf, startFhirBench, type FhirBench } from '../../../../tests/builders/fhir-bench.ts';
import type { FhirReply } from '../preuves/reply.ts';
import type { FhirWriteView } from '../preuves/views.ts';

let bench: FhirBench;
beforeAll(async () => {
  bench = await startFhirBench();
});
beforeEach(() => {
  bench.preuves.length = 0;
});
afterAll(() => bench.close());

async function arm(name: string, options = {}): Promise<void> {
  const { fault } = (await import(`../faults/${name}.ts`)) as { readonly fault: Fault<FhirReply> };
  bench.arm(fault as never, options);
}

/** Patients of a local number that the server has, once nothing is armed any more. */
async function kept(value: string): Promise<unknown> {
  bench.arm(undefined);
  return (await bench.call(`/Patient?identifier=urn:oid:2.25.1|${value}`)).json?.['total'];
}

const written = (): FhirWriteView =>
  bench.preuves.find(({ kind }) => kind === 'fhir/write')?.view as FhirWriteView;

describe('faults that refuse', () => {
  it.each([
    ['401', 'login'],
    ['403', 'forbidden'],
    ['404', 'not-found'],
    ['409', 'conflict'],
    ['412', 'multiple-matches'],
    ['422', 'business-rule'],
    ['429', 'throttled'],
    ['500', 'exception'],
    ['503', 'transient'],
  ])('reply-%s answers so, forgets the write, and is attested', async (status, code) => {
    await arm(`reply-${status}`);
    const answer = await bench.call('/Patient', { body: patientOf(`r-${status}`) });
    expect(answer.status).toBe(Number(status));
    expect(answer.json).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code, details: { text: expect.any(String) as string } }],
    });
    expect(answer.headers).not.toHaveProperty('location');
    expect(bench.preuves.map(({ kind }) => kind)).toEqual(['fhir/write', 'fault/delivered']);
    expect(bench.preuves[1]?.view).toMatchObject({ target: 'fhir/reply', carrier: 'p-0' });
    expect(written()).toMatchObject({
      ecrits: [],
      faults: ['fhir/test'],
      patients: [{ nomNaissance: 'ZZTEST' }],
    });
    expect(await kept(`r-${status}`)).toBe(0);
  });

  it('a page of HTML, an outcome that is no JSON', async () => {
    await arm('reply-html-error');
    expect(await bench.call('/Patient', { body: patientOf('h') })).toMatchObject({
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(await kept('h')).toBe(0);
    await arm('reply-malformed-outcome');
    const broken = await bench.call('/Patient', { body: patientOf('m') });
    expect(broken).toMatchObject({ status: 422, json: undefined });
    expect(broken.text).toContain('OperationOutcome');
    expect(await kept('m')).toBe(0);
  });
});

describe('faults that write, and lose the answer', () => {
  it.each(['reply-dropped', 'reply-truncated'])('%s', async (name) => {
    await arm(name);
    await expect(bench.call('/Patient', { body: patientOf(name) })).rejects.toThrow();
    expect(await kept(name)).toBe(1);
    expect(written()).toMatchObject({ ecrits: [{ effet: 'cree' }], faults: ['fhir/test'] });
    expect(bench.preuves.map(({ kind }) => kind)).toContain('fault/delivered');
  });
});

describe('deviations that a client accepts', () => {
  it('no body, a warning, a delay', async () => {
    await arm('reply-without-body');
    const bare = await bench.call('/Patient', { body: patientOf('b') });
    expect(bare).toMatchObject({ status: 201, text: '', headers: { etag: 'W/"1"' } });
    expect(bare.headers['location']).toMatch(/\/Patient\/segur-\d+\/_history\/1$/);
    await arm('reply-warning-outcome');
    expect(await bench.call('/Patient', { body: patientOf('w') })).toMatchObject({
      status: 201,
      json: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning' }] },
    });
    await arm('reply-slow', { delaiMs: 120 });
    const start = performance.now();
    expect(await bench.call('/Patient', { body: patientOf('s') })).toMatchObject({ status: 201 });
    expect(performance.now() - start).toBeGreaterThan(110);
    expect([await kept('b'), await kept('w'), await kept('s')]).toEqual([1, 1, 1]);
  });
});
