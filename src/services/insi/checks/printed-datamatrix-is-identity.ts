import type { Check } from '../../../domain/check.ts';
import { parseInsDatamatrix } from '../../../formats/ins/datamatrix-payload.ts';
import { inPreuve } from './shared/identity-states.ts';
import { printedDocuments, type PrintedDocument } from './shared/printed-documents.ts';

/** The datamatrix printed for a qualified identity is there, and says that identity. */
export const check: Check = {
  title: {
    fr: 'Le datamatrix INS imprimé dit l’identité qualifiée',
    en: 'The INS datamatrix printed says the qualified identity',
  },
  assertions: ['INS-DM-002', 'INS-DM-003'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.03 (r.32)', trust: 'V' },
    { source: 'INS – Format datamatrix v2.2.20230926', trust: '2' },
  ],
  reads: ['file/submitted', 'pilote/probe', 'pilote/action'],
  findings: {
    missing: {
      says: {
        fr: 'Aucun datamatrix INS n’est imprimé alors que l’identité est qualifiée',
        en: 'No INS datamatrix is printed though the identity is qualified',
      },
      fix: {
        fr: 'Imprimez le datamatrix INS de toute identité qualifiée',
        en: 'Print the INS datamatrix of every qualified identity',
      },
    },
    differs: {
      says: {
        fr: 'Le bloc {bloc} du datamatrix vaut « {actual} », l’identité porte « {expected} »',
        en: 'Block {bloc} of the datamatrix is "{actual}", the identity has "{expected}"',
      },
      fix: {
        fr: 'Écrivez dans le datamatrix les traits, le matricule et l’OID de l’identité, la date en JJ-MM-AAAA',
        en: 'Write in the datamatrix the traits, matricule and OID of the identity, the date as DD-MM-YYYY',
      },
    },
  },
  judge({ preuves }) {
    let examined = 0;
    const findings = printedDocuments(preuves)
      .filter(({ identity }) => identity.statut === 'qualifiee')
      .flatMap((document) => {
        const symbols = document.datamatrix.filter((text) => /^IS\d\d/.test(text));
        // A symbol that is not found where something was not read may be there all the same.
        if (symbols.length === 0 && document.unread.length > 0) return [];
        examined += 1;
        if (symbols.length === 0) return [inPreuve(document.preuve, 'datamatrix', { code: 'missing' })];
        return symbols.flatMap((text) => differences(document, text));
      });
    return { examined, findings };
  },
};

function differences(
  { preuve, identity }: PrintedDocument,
  text: string,
): readonly ReturnType<typeof inPreuve>[] {
  const { traits, ins } = identity;
  const { content } = parseInsDatamatrix(text);
  const [year, month, day] = (traits['dateNaissance'] ?? '').split('-');
  const date = day === undefined ? undefined : `${day}-${month ?? ''}-${year ?? ''}`;
  const blocks: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['S1', ins?.matricule, content.matricule ?? ''],
    ['S2', ins?.oid, content.oid ?? ''],
    ['S3', traits['prenoms'], content.prenoms ?? ''],
    ['S4', traits['nomNaissance'], content.nomNaissance ?? ''],
    ['S5', traits['sexe'], content.sexe ?? ''],
    ['S6', date, content.dateNaissance ?? ''],
    // The birth place may be left out.
    ['S7', content.lieuNaissance === undefined ? undefined : traits['lieuNaissance'], content.lieuNaissance],
  ];
  return blocks
    .filter(([, expected, actual]) => expected !== undefined && expected !== actual)
    .map(([bloc, expected, actual]) =>
      inPreuve(preuve, `datamatrix ${bloc}`, {
        code: 'differs',
        expected: expected ?? '',
        actual: actual ?? '',
        values: { bloc },
      }),
    );
}
