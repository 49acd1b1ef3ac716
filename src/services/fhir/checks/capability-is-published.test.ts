import { expect, it } from 'vitest';
import { check } from './capability-is-published.ts';
import { judgedBytes, sent } from './shared/fhir.test-data.ts';

const statement = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [{ mode: 'server', resource: [{ type: 'Patient' }] }],
};

const cases: readonly (readonly [string, object | undefined, object, readonly string[]])[] = [
  ['ok: R4 with Patient', statement, {}, []],
  ['ko: 404', undefined, { status: 404 }, ['not-published']],
  ['ko: nobody', undefined, { status: 0, issue: 'unreachable' }, ['not-published']],
  ['ko: another resource', { resourceType: 'Basic' }, {}, ['not-published']],
  ['ko: R5', { ...statement, fhirVersion: '5.0.0' }, {}, ['other-version']],
  ['ko: no Patient', { ...statement, rest: [{}] }, {}, ['patient-not-declared']],
  [
    'ko: nothing in it',
    { resourceType: 'CapabilityStatement' },
    {},
    ['other-version', 'patient-not-declared'],
  ],
];

it.each(cases)('%s', (_label, resource, edit, codes) => {
  const asked = sent({ variante: 'capacites', status: 200, ...edit });
  expect(judgedBytes(check, asked, resource)).toEqual([1, codes]);
});

it('none: nothing asked', () => {
  expect(judgedBytes(check, sent(), undefined)).toEqual([0, []]);
});
