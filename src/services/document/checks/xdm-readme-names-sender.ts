import type { Check } from '../../../domain/check.ts';
import type { FoundXdm } from '../../../formats/bundle/bundle.ts';
import { decodeCharset } from '../../../formats/mime/decode-charset.ts';
import { parseXon } from '../../../formats/xds/parse-xon.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeXdms, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** README.TXT tells a human who sends the archive and which product made it. */
export const check: Check = {
  title: {
    fr: 'README.TXT dit qui envoie et avec quel logiciel',
    en: 'README.TXT tells who sends and with which product',
  },
  assertions: ['MSS-XDM-009'],
  clauses: [{ source: 'IHE ITI TF-2', section: '3.32.4.1.2.2, README.TXT', trust: '2' }],
  reads: documentKinds,
  findings: {
    'readme-empty': sentences(
      'README.TXT est vide.',
      'README.TXT is empty.',
      'Y écrire l’émetteur, le logiciel et sa version, et l’arborescence.',
      'Write there the sender, the product and its version, and the tree.',
    ),
    'readme-sender-missing': sentences(
      'README.TXT ne nomme pas {expected}, auteur du lot.',
      'README.TXT does not name {expected}, the author of the set.',
      'Y écrire le nom de la structure émettrice.',
      'Write there the name of the sending organisation.',
    ),
    'readme-version-missing': sentences(
      'README.TXT ne dit pas quel logiciel, ni quelle version, a produit l’archive.',
      'README.TXT does not tell which product, or which version, made the archive.',
      'Y écrire le nom du logiciel et sa version.',
      'Write there the name of the product and its version.',
    ),
  },
  judge: (input) => judgeXdms(input, inspect),
};

function inspect({ archive }: FoundXdm): readonly Observation[] | undefined {
  const bytes = archive.bytesOf('README.TXT');
  if (bytes === undefined) return undefined;
  const at = { path: 'README.TXT' };
  const text = plain(decodeCharset(bytes, 'utf-8'));
  if (text.trim() === '') return [{ code: 'readme-empty', at }];
  const senders = archive.subsets
    .flatMap(({ submission }) => submission?.sets ?? [])
    .flatMap(({ authors }) => authors.flatMap(({ institutions }) => institutions ?? []))
    .map((institution) => parseXon(institution).name)
    .filter((name) => name !== '');
  const unnamed = senders.every((name) => !text.includes(plain(name)));
  return [
    ...(senders.length > 0 && unnamed
      ? [{ code: 'readme-sender-missing', expected: senders[0] ?? '', at }]
      : []),
    // A version is a number beside a word: names of files and folders are taken out.
    ...(/[a-z][^\n\d]*\d/.test(text.replace(/\S*(?:\/|\.(?:xml|htm|txt|pdf))\S*/g, ''))
      ? []
      : [{ code: 'readme-version-missing', at }]),
  ];
}

/** Without accents and case: a README is written in any charset. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
