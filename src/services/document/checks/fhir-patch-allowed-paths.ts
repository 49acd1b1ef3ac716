import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { fhirBytes, fhirKinds } from './reading/judge-fhir.ts';
import { toFinding } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Elements that a PATCH may change; the path of the extension is written in several ways in the IG itself. */
const allowed = [/^\/status$/, /^\/securityLabel(\/|$)/, /isArchived|is-archived/, /^\/extension(\/|$)/];

/** A PATCH of a document touches status, securityLabel or isArchived, and nothing else. */
export const check: Check = {
  title: {
    fr: 'Le PATCH ne touche que status, securityLabel et isArchived',
    en: 'The PATCH touches status, securityLabel and isArchived only',
  },
  assertions: ['DMP-FHIR-03'],
  clauses: [{ source: 'PDSm 3.1.1', section: 'flux 03, 04', trust: 'V' }],
  reads: fhirKinds,
  findings: {
    'path-not-allowed': sentences(
      'Le PATCH modifie {actual}.',
      'The PATCH changes {actual}.',
      'Publier une nouvelle version du document pour changer autre chose.',
      'Publish a new version of the document to change anything else.',
    ),
  },
  judge: (input) => {
    let examined = 0;
    const findings: Finding[] = [];
    for (const preuve of input.preuves) {
      const paths = pathsOf(fhirBytes(input, preuve));
      if (paths.length === 0) continue;
      examined += 1;
      paths.forEach((path, index) => {
        if (allowed.some((one) => one.test(path))) return;
        findings.push(
          toFinding(
            { code: 'path-not-allowed', actual: path, at: { path: `/${index}/path` } },
            preuve.id,
            '',
          ),
        );
      });
    }
    return { examined, findings };
  },
};

/** Paths of a JSON Patch (RFC 6902), tests left out; none when the bytes are not one. */
function pathsOf(bytes: Uint8Array | undefined): readonly string[] {
  let patch: unknown;
  try {
    patch = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
  } catch {
    // Not JSON: another kind of file, which this check has nothing to say of.
    return [];
  }
  if (!Array.isArray(patch)) return [];
  return patch.flatMap((operation: unknown) => {
    if (typeof operation !== 'object' || operation === null || !('op' in operation)) return [];
    if (!('path' in operation) || typeof operation.path !== 'string' || operation.op === 'test') return [];
    return [operation.path];
  });
}
