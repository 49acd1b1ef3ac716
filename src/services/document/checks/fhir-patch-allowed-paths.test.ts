import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-patch-allowed-paths.ts';

const patch = (path: string): CheckCase => ({
  name: path,
  files: [Buffer.from(JSON.stringify([{ op: 'replace', path, value: 'x' }]))],
});

provesCheck(check, {
  ok: ['/status', '/securityLabel/0/coding', '/extension[url:isArchived]/valueBoolean'].map(patch),
  ko: { 'path-not-allowed': ['/type', '/author/0', '/statusReason'].map(patch) },
});
