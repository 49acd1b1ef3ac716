import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** A Message-ID, which goes through every log of every server, tells nothing of the patient. */
export const check: Check = {
  title: {
    fr: 'Le Message-ID ne dit rien du patient',
    en: 'The Message-ID tells nothing of the patient',
  },
  assertions: ['MSS-HDR-001'],
  clauses: [
    { source: 'Règle du banc', section: 'aucune donnée de santé dans les entêtes techniques', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'message-id-names-patient': sentences(
      'Le Message-ID {actual} contient {expected} du patient.',
      'The Message-ID {actual} holds the {expected} of the patient.',
      'Le former d’un identifiant aléatoire.',
      'Make it of a random identifier.',
    ),
  },
  judge: (input) => judgeMails(input, inspect),
};

function inspect({ mail, archives }: FoundMail): readonly Observation[] | undefined {
  const patients = archives.flatMap(({ cdas }) => cdas.flatMap(({ document }) => document.patients));
  const [header] = headersNamed(mail, 'message-id');
  if (header === undefined || patients.length === 0) return undefined;
  const text = header.value.toUpperCase();
  const marks = patients.flatMap((patient): readonly (readonly [what: string, mark: string])[] => [
    ...patient.ids.map(({ extension }) => ['id', extension ?? ''] as const),
    ...patient.names.flatMap(({ family }) => family.map((part) => ['nom', part.text] as const)),
  ]);
  // A short name may be met by chance in a random identifier.
  const found = marks.find(([, mark]) => mark.length >= 6 && text.includes(mark.toUpperCase()));
  return found === undefined
    ? []
    : [
        {
          code: 'message-id-names-patient',
          expected: found[0],
          actual: header.value.trim(),
          at: { path: 'Message-ID' },
          bytes: header.range,
        },
      ];
}
