import type { Check } from '../../../domain/check.ts';
import { attachedDocuments } from '../../../formats/hl7v2/attached-document.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { cdaOf } from './reading/attached-cda.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** The document of the message decodes and is a whole CDA. */
export const check: Check = {
  title: {
    fr: 'Le document transporté se décode et est un CDA entier',
    en: 'The document carried decodes and is a whole CDA',
  },
  assertions: ['DMP-V2-05'],
  clauses: [{ source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'OBX', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'document-missing': sentences(
      'Aucun OBX de type ED ne porte de document XML.',
      'No OBX of type ED carries an XML document.',
      'Écrire en OBX-5 ^TEXT^XML^Base64^ suivi du CDA en base64.',
      'Write in OBX-5 ^TEXT^XML^Base64^ followed by the CDA in base64.',
    ),
    'document-encoding': sentences(
      'Le document n’est pas du base64 correct : {actual} au caractère {index}.',
      'The document is not right base64: {actual} at character {index}.',
      'Ne pas tronquer ni couper OBX-5 ; encoder le CDA entier.',
      'Do not cut OBX-5; encode the whole CDA.',
    ),
    'document-not-cda': sentences(
      'Le document n’est pas un CDA lisible : {actual}',
      'The document is no readable CDA: {actual}',
      'Transporter un ClinicalDocument entier et bien formé.',
      'Carry a whole and well-formed ClinicalDocument.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const [msh] = message.segments;
      if (!['MDM', 'ORU'].includes(valueAt(message, 'MSH-9.1')) || msh === undefined) return undefined;
      const documents = attachedDocuments(message);
      if (documents.length === 0) return [{ code: 'document-missing', ...placeIn(msh, 'OBX') }];
      return documents.flatMap(({ segment, path, content }) => {
        if (content.kind === 'invalid') {
          const values = { index: content.index };
          return [{ code: 'document-encoding', actual: content.reason, values, ...placeIn(segment, path) }];
        }
        const read = cdaOf(content.bytes);
        return read.kind === 'cda'
          ? []
          : [{ code: 'document-not-cda', actual: read.problem, ...placeIn(segment, path) }];
      });
    }),
};
