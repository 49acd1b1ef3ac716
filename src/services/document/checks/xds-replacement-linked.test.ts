import type { SubmissionDraft } from '../../../formats/xds/write-submission.ts';
import { buildSubmission, type XdmRecipe } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-replacement-linked.ts';

const parent = 'urn:uuid:3f2b2f0e-0000-4000-8000-000000000001';
const linked =
  (target: string) =>
  (draft: SubmissionDraft): SubmissionDraft => ({ ...draft, replaces: { Document01: target } });
const second = { documents: [{ version: 2, replaces: '2.25.1' }] };

/** An ITI-41 message with its document inline. */
function message(name: string, recipe: XdmRecipe): CheckCase {
  const { metadata, documents } = buildSubmission(recipe);
  const document = documents[0]!.bytes.toString('base64');
  const xml = `<ProvideAndRegisterDocumentSetRequest xmlns="urn:ihe:iti:xds-b:2007">${metadata.replace(/<\?xml.*\?>/, '')}<Document id="Document01">${document}</Document></ProvideAndRegisterDocumentSetRequest>`;
  return { name, files: [Buffer.from(xml)] };
}

provesCheck(check, {
  ok: [
    xdmCase('first version'),
    message('second version, linked', { ...second, change: linked(parent) }),
    xdmCase('second version in an archive', second),
  ],
  ko: {
    'association-missing': [message('second version, not linked', second)],
    'related-document-missing': [message('linked first version', { change: linked(parent) })],
    'parent-not-entry-uuid': [message('uniqueId as parent', { ...second, change: linked('2.25.1') })],
  },
});
