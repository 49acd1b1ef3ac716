import { buildXdm } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { readZip } from '../../../formats/zip/read-zip.ts';
import { writeZip } from '../../../formats/zip/write-zip.ts';
import { check } from './xdm-readme-names-sender.ts';

/** A conforming archive with another README.TXT, or none. */
function readme(name: string, text: string | undefined): CheckCase {
  return {
    name,
    files: async () => {
      const entries = readZip(await buildXdm()).entries.filter((one) => one.name !== 'README.TXT');
      const other = text === undefined ? [] : [{ name: 'README.TXT', bytes: Buffer.from(text) }];
      return [await writeZip([...entries, ...other])];
    },
  };
}

const tree = 'IHE_XDM/SUBSET01/DOC0001.XML\r\nINDEX.HTM\r\n';

provesCheck(check, {
  ok: [
    xdmCase('as written'),
    readme('in another case', `Clinique ZZTest, Paris\r\nApplication : Dossier, version 4.2\r\n${tree}`),
  ],
  apart: [readme('no README', undefined)],
  ko: {
    'readme-empty': [readme('empty', ''), readme('blank', '\r\n \r\n')],
    'readme-sender-missing': [readme('no sender', `Application : Dossier, version 4.2\r\n${tree}`)],
    'readme-version-missing': [readme('tree only', `CLINIQUE ZZTEST\r\n${tree}`)],
  },
});
