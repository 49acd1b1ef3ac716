import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { buildSubmission } from '../../../../tests/builders/build-xdm.ts';
import { writeXdm } from '../../../formats/xdm/write-xdm.ts';
import { check } from './xdm-names-iso9660.ts';

const named = (uri: string) => async (): Promise<Uint8Array[]> => {
  const { metadata, documents } = buildSubmission();
  return [
    await writeXdm({ metadata, documents: [{ uri, bytes: documents[0]!.bytes }], sender: 'x', product: 'y' }),
  ];
};

provesCheck(check, {
  ok: [xdmCase('8.3 names')],
  ko: {
    'name-not-iso9660': [
      { name: 'long name with a space', files: named('Compte rendu.xml') },
      { name: 'nine characters', files: named('DOC000001.XML') },
    ],
  },
});
