import { buildSubmission, buildXdm } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { readZip } from '../../../formats/zip/read-zip.ts';
import { writeZip } from '../../../formats/zip/write-zip.ts';
import { check } from './xdm-layout.ts';

/** A conforming archive with its entries renamed; an entry renamed to nothing is dropped. */
function renamed(
  name: string,
  rename: (entry: string) => string | undefined,
  also: readonly string[] = [],
): CheckCase {
  return {
    name,
    also,
    files: async () => {
      const { entries } = readZip(await buildXdm());
      return [
        await writeZip(
          entries.flatMap((entry) => {
            const to = rename(entry.name);
            return to === undefined ? [] : [{ name: to, bytes: entry.bytes }];
          }),
        ),
      ];
    },
  };
}

provesCheck(check, {
  ok: [xdmCase('one document'), xdmCase('two documents', { documents: [{}, { id: '2.25.2', level: 3 }] })],
  ko: {
    'file-missing': [
      renamed('no INDEX.HTM', (entry) => (entry === 'INDEX.HTM' ? undefined : entry)),
      renamed('lower case', (entry) => (entry === 'README.TXT' ? 'readme.txt' : entry)),
    ],
    'metadata-missing': [
      renamed('at the root', (entry) => entry.replace('IHE_XDM/SUBSET01/', '')),
      renamed('folder as a prefix', (entry) => entry.replace('SUBSET01/', 'SUBSET01')),
    ],
    'metadata-unreadable': [
      {
        name: 'damaged',
        files: async () => [
          await writeZip([
            { name: 'INDEX.HTM', bytes: Buffer.from('x') },
            { name: 'README.TXT', bytes: Buffer.from('x') },
            {
              name: 'IHE_XDM/SUBSET01/METADATA.XML',
              bytes: Buffer.from(buildSubmission().metadata.slice(0, 900)),
            },
          ]),
        ],
      },
    ],
    'metadata-element-misspelt': [
      xdmCase('lower case', {
        edit: [[/<Classification (.*?)nodeRepresentation="10"(.*?)<\/Classification>/, '<classification/>']],
      }),
    ],
  },
});
