import type { Check } from '../../../domain/check.ts';
import { insAuthority } from '../../../formats/ins/ins-authority.ts';
import { inPreuve, type IdentityState } from './shared/identity-states.ts';
import { literal, matriculePattern, plainText, printedDocuments } from './shared/printed-documents.ts';

const months = [
  'JANVIER',
  'FEVRIER',
  'MARS',
  'AVRIL',
  'MAI',
  'JUIN',
  'JUILLET',
  'AOUT',
  'SEPTEMBRE',
  'OCTOBRE',
  'NOVEMBRE',
  'DECEMBRE',
];

/** Labels that leave no doubt; the REM gives examples and leaves others open: a human judges those. */
const labels: Readonly<Record<string, string>> = {
  nomNaissance: String.raw`\bN(?:OM)?\.? ?(?:DE )?NAIS(?:SANCE)?\b`,
  premierPrenom: String.raw`(?:\b(?:1 ?ER|PREMIER)\.? PRENOM(?: DE NAISSANCE)?|\bPR\.? ?1)`,
  dateNaissance: String.raw`(?:\bDATE (?:DE )?NAIS(?:SANCE)?\b|\bDDN\b|\bNEE?(?:\(E\))? LE\b)`,
  sexe: String.raw`(?:\bSEXE\b|\bS\b(?= ?:))`,
  matricule: String.raw`(?:\bMATRICULE INS\b|\bINS\b|\bMATRICULE\b)`,
};

/** A qualified identity is printed in clear: its minimal traits, and its matricule followed by its nature. */
export const check: Check = {
  title: {
    fr: 'Les traits minimaux, le matricule et sa nature sont imprimés en clair',
    en: 'The minimal traits, the matricule and its nature are printed in clear',
  },
  assertions: ['INS-DM-003'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.15 (r.32)', trust: 'V' }],
  reads: ['file/submitted', 'pilote/probe', 'pilote/action'],
  findings: {
    'trait-missing': {
      says: {
        fr: 'Le champ {champ} ({expected}) n’est pas imprimé en clair',
        en: 'The field {champ} ({expected}) is not printed in clear',
      },
      fix: {
        fr: 'Imprimez nom de naissance, premier prénom, date de naissance, sexe et matricule INS, chacun sous son libellé',
        en: 'Print birth name, first given name, birth date, sex and INS matricule, each under its label',
      },
    },
    'nature-missing': {
      says: {
        fr: 'Le matricule est imprimé sans sa nature ({expected})',
        en: 'The matricule is printed without its nature ({expected})',
      },
      fix: {
        fr: 'Faites suivre le matricule de NIR ou NIA',
        en: 'Write NIR or NIA behind the matricule',
      },
    },
    'nature-wrong': {
      says: {
        fr: 'Le matricule est suivi de {actual} alors que son OID est celui d’un {expected}',
        en: 'The matricule is followed by {actual} though its OID is that of a {expected}',
      },
      fix: {
        fr: 'Tirez la nature de l’OID : NIA pour 1.2.250.1.213.1.4.9, NIR pour les autres',
        en: 'Take the nature from the OID: NIA for 1.2.250.1.213.1.4.9, NIR for the others',
      },
    },
  },
  judge({ preuves }) {
    let examined = 0;
    let review = false;
    const findings = printedDocuments(preuves)
      .filter(({ identity }) => identity.statut === 'qualifiee' && identity.ins?.matricule !== undefined)
      .flatMap(({ preuve, identity, textComplete, text: shown }) => {
        const text = plainText(shown);
        const wanted = wantedOf(identity);
        const missing = wanted.filter(({ pattern }) => !within(text, pattern));
        const nature = natureOf(text, identity);
        const absent = missing.length > 0 || nature.code !== undefined;
        // Text that was not read, or that is an image, may hold what is missing.
        if (missing.length === wanted.length || (absent && !textComplete)) return [];
        examined += 1;
        review ||=
          nature.apart ||
          wanted.some(
            ({ champ, pattern }) => !within(text, `${labels[champ] ?? ''}[^A-Z0-9]{0,12}${pattern}`),
          );
        return [
          ...missing.map(({ champ, expected }) =>
            inPreuve(preuve, 'text', { code: 'trait-missing', expected, values: { champ } }),
          ),
          ...(nature.code === undefined
            ? []
            : [
                inPreuve(preuve, 'text', {
                  code: nature.code,
                  expected: nature.expected,
                  ...(nature.actual === undefined ? {} : { actual: nature.actual }),
                }),
              ]),
        ];
      });
    return { examined, findings, review };
  },
};

interface Wanted {
  readonly champ: string;
  readonly expected: string;
  readonly pattern: string;
}

function wantedOf({ traits, ins }: IdentityState): readonly Wanted[] {
  const first = traits['premierPrenom'] ?? traits['prenoms']?.split(' ')[0] ?? '';
  const values: readonly Wanted[] = [
    exact('nomNaissance', traits['nomNaissance'] ?? ''),
    exact('premierPrenom', first),
    {
      champ: 'dateNaissance',
      expected: traits['dateNaissance'] ?? '',
      pattern: datePattern(traits['dateNaissance'] ?? ''),
    },
    { champ: 'sexe', expected: traits['sexe'] ?? '', pattern: sexPattern(traits['sexe'] ?? '') },
    { champ: 'matricule', expected: ins?.matricule ?? '', pattern: matriculePattern(ins?.matricule ?? '') },
  ];
  return values.filter(({ expected }) => expected !== '');
}

function exact(champ: string, expected: string): Wanted {
  return { champ, expected, pattern: literal(plainText(expected)) };
}

function datePattern(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const named = months[Number(month) - 1] ?? month;
  return `(?:0?${String(Number(day))}(?:ER)? ?(?:[/. -] ?0?${String(Number(month))} ?[/. -]|${named}) ?${year}|${iso})`;
}

function sexPattern(sexe: string): string {
  if (sexe === 'F') return '(?:F|FEMININ|FEMME)';
  return sexe === 'M' ? '(?:M|MASCULIN|HOMME)' : literal(plainText(sexe));
}

/** Whether the pattern is found, not as a part of a longer word or number. */
function within(text: string, pattern: string): boolean {
  return new RegExp(`(?<![A-Z0-9])${pattern}(?![A-Z0-9])`).test(text);
}

interface Nature {
  readonly code?: 'nature-missing' | 'nature-wrong';
  readonly expected: string;
  readonly actual?: string;
  /** True when the nature is printed, but not right behind the matricule as the text is written. */
  readonly apart: boolean;
}

function natureOf(text: string, { ins }: IdentityState): Nature {
  const authority = insAuthority(ins?.oid ?? '')?.nature;
  const expected = authority ?? 'NIR | NIA';
  const behind = new RegExp(
    `${matriculePattern(ins?.matricule ?? '')}[^A-Z0-9]{0,12}(?:NATURE[^A-Z0-9]{0,5})?(NIR|NIA)\\b`,
  ).exec(text)?.[1];
  if (behind !== undefined)
    return authority === undefined || behind === authority
      ? { expected, apart: false }
      : { code: 'nature-wrong', expected, actual: behind, apart: false };
  if (/\b(?:NIR|NIA)\b/.test(text)) return { expected, apart: true };
  return { code: 'nature-missing', expected, apart: false };
}
