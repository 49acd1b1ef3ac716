import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A mail with documents carries one archive, named and joined so that receivers find it. */
export const check: Check = {
  title: {
    fr: 'L’archive IHE_XDM.zip est jointe et nommée',
    en: 'The IHE_XDM.zip archive is attached and named',
  },
  assertions: ['MSS-MIM-002'],
  clauses: [
    { source: 'REM, MSS/CONF.23', trust: 'V' },
    { source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'pièces jointes', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'archive-missing': sentences(
      'Le courriel porte des documents ou un objet XDM, mais pas d’archive IHE_XDM.',
      'The mail carries documents or an XDM subject, but no IHE_XDM archive.',
      'Joindre l’archive IHE_XDM.zip.',
      'Attach the IHE_XDM.zip archive.',
    ),
    'archive-name-wrong': sentences(
      'L’archive se nomme {actual}, attendu {expected}.',
      'The archive is named {actual}, {expected} is expected.',
      'Nommer la pièce jointe IHE_XDM.zip.',
      'Name the attachment IHE_XDM.zip.',
    ),
    'archive-repeated': sentences(
      'Le courriel porte {actual} archives.',
      'The mail carries {actual} archives.',
      'Réunir les documents du patient dans une archive.',
      'Gather the documents of the patient in one archive.',
    ),
    'archive-badly-attached': sentences(
      'L’archive est jointe comme {actual}, attendu {expected}.',
      'The archive is attached as {actual}, {expected} is expected.',
      'Joindre en application/zip, base64, Content-Disposition: attachment.',
      'Attach as application/zip, base64, Content-Disposition: attachment.',
    ),
  },
  judge: (input) =>
    judgeMails(input, (found) => {
      const { mail, archives, pdfs } = found;
      const due = mail.subject?.startsWith('XDM/1.0/DDM') === true || pdfs.length > 0;
      if (archives.length === 0) return due ? [{ code: 'archive-missing' }] : undefined;
      return inspect(found);
    }),
};

function inspect({ archives }: FoundMail): Observation[] {
  const count: Observation[] =
    archives.length > 1 ? [{ code: 'archive-repeated', expected: 1, actual: archives.length }] : [];
  return [
    ...count,
    ...archives.flatMap(({ attachment }): Observation[] => {
      const { part, name, range } = attachment;
      const out: Observation[] = [];
      if (name.toUpperCase() !== 'IHE_XDM.ZIP') {
        out.push({ code: 'archive-name-wrong', expected: 'IHE_XDM.zip', actual: name, bytes: range });
      }
      const actual = [part.contentType.value, part.transferEncoding, part.disposition?.value ?? '-'].join(
        ', ',
      );
      const expected = 'application/zip, base64, attachment';
      if (actual !== expected) out.push({ code: 'archive-badly-attached', expected, actual, bytes: range });
      return out;
    }),
  ];
}
