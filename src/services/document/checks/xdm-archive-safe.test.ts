import { buildXdm } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { readZip } from '../../../formats/zip/read-zip.ts';
import { writeZip } from '../../../formats/zip/write-zip.ts';
import { check } from './xdm-archive-safe.ts';

const withEntry = (name: string, bytes: Uint8Array) => async (): Promise<Uint8Array[]> => [
  await writeZip([...readZip(await buildXdm()).entries, { name, bytes }]),
];

provesCheck(check, {
  ok: [xdmCase('plain')],
  ko: {
    'entry-refused': [
      { name: 'bomb', files: withEntry('IHE_XDM/SUBSET01/BOMB.TXT', Buffer.alloc(4 * 1024 * 1024)) },
      {
        name: 'traversal',
        files: async () => {
          const archive = Buffer.from((await withEntry('XX/EVIL.TXT', Buffer.from('x'))())[0]!);
          for (let at = archive.indexOf('XX/EVIL'); at !== -1; at = archive.indexOf('XX/EVIL'))
            archive.write('../EVIL', at);
          return [archive];
        },
      },
    ],
    'document-orphan': [
      { name: 'loose document', files: withEntry('IHE_XDM/SUBSET01/DOC0002.XML', Buffer.from('<a/>')) },
    ],
  },
});
