import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { mayCarryIns, type IdentityStatus } from '../../../formats/ins/identity-status.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  /** Status of the identity in the scenario; without it, X-MSS-INS: N says that it is not qualified. */
  readonly statut?: IdentityStatus;
};

/** A mail about an identity that is not qualified carries its INS nowhere. */
export const check: Check<Options> = {
  title: {
    fr: 'Un courriel ne porte l’INS que d’une identité qualifiée',
    en: 'A mail carries the INS of a qualified identity only',
  },
  assertions: ['MSS-INS-002'],
  clauses: [{ source: 'REM, INS/va1.53, INS/va1.59', section: 'r.28', trust: 'V' }],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { statut: { enum: ['PROV', 'VALI', 'RECUP', 'QUAL'] } },
  },
  findings: {
    'ins-not-allowed': sentences(
      'L’INS figure dans {place} alors que l’identité n’est pas qualifiée.',
      'The INS is in {place} although the identity is not qualified.',
      'Ne transmettre que les traits et l’identifiant local.',
      'Send the traits and the local identifier only.',
    ),
  },
  judge: (input) => judgeMails(input, (found) => inspect(found, input.options.statut)),
};

function inspect(found: FoundMail, statut: IdentityStatus | undefined): readonly Observation[] | undefined {
  const flag = headersNamed(found.mail, 'x-mss-ins')[0]?.value.trim();
  const qualified = statut === undefined ? flag !== 'N' : mayCarryIns(statut);
  if (qualified) return undefined;
  return [...inArchive(found), ...inTexts(found)].map(({ place, path }) => ({
    code: 'ins-not-allowed',
    values: { place },
    at: { path },
  }));
}

interface Place {
  readonly place: string;
  readonly path: string;
}

function inArchive({ archives }: FoundMail): readonly Place[] {
  return archives.flatMap(({ cdas, archive }) => [
    ...cdas
      .filter(({ document }) => document.patients.some(({ ids }) => ids.some(({ root }) => isInsOid(root))))
      .map(({ label }) => ({ place: 'CDA', path: label })),
    ...archive.subsets
      .filter(({ submission }) =>
        [...(submission?.sets ?? []), ...(submission?.entries ?? [])].some(({ patientIds }) =>
          patientIds.some(({ value }) => isInsOid(parseCx(value)?.authority ?? '')),
        ),
      )
      .map(({ folder }) => ({ place: 'METADATA.XML', path: `${folder}/METADATA.XML` })),
  ]);
}

/** Only a number with a right key is taken for an INS: other fifteen digits are anything. */
function inTexts({ mail }: FoundMail): readonly Place[] {
  const texts: readonly (readonly [place: string, text: string])[] = [
    ['Subject', mail.subject ?? ''],
    ...mail.to.map(({ address }) => ['To', address] as const),
    ...mail.attachments.map(({ name }) => ['filename', name] as const),
    ...mail.texts.map(({ text }) => ['body', text] as const),
  ];
  return texts
    .filter(([, text]) => {
      const found = text.toUpperCase().match(/(?<![0-9A-Z])[1-478]\d{4}[0-9][0-9AB]\d{8}(?![0-9A-Z])/g) ?? [];
      return found.some((one) => {
        const matricule = parseMatricule(one);
        return matricule !== undefined && matricule.key === matricule.expectedKey;
      });
    })
    .map(([place]) => ({ place, path: place }));
}
