import type { Check } from '../../../domain/check.ts';
import { parseInsDatamatrix } from '../../../formats/ins/datamatrix-payload.ts';
import { inPreuve, lastIndividu } from './shared/identity-states.ts';
import { literal, matriculePattern, plainText, printedDocuments } from './shared/printed-documents.ts';

const insOids = /1\.2\.250\.1\.213\.1\.4\.(?:8|9|10|11)(?!\d)/;
/** Labels of the billing number, which is often the same digits and is not the INS. */
const billing = /SECURITE SOCIALE|\bN?SS\b|ASSURE/;
const labelReach = 40;

/** Neither matricule, OID nor datamatrix is printed for an identity not qualified. */
export const check: Check = {
  title: {
    fr: 'Une identité non qualifiée s’imprime sans matricule, OID ni datamatrix INS',
    en: 'An identity not qualified is printed without INS matricule, OID or datamatrix',
  },
  assertions: ['INS-DM-003'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.59 (r.28), INS/va1.03 (r.32)', trust: 'V' }],
  reads: ['file/submitted', 'pilote/probe', 'pilote/action', 'insi/traits-request', 'insi/vitale-request'],
  findings: {
    'datamatrix-printed': {
      says: {
        fr: 'Un datamatrix INS est imprimé pour une identité au statut {statut}',
        en: 'An INS datamatrix is printed for an identity of status {statut}',
      },
      fix: {
        fr: 'N’imprimez le datamatrix que d’une identité qualifiée',
        en: 'Print the datamatrix of a qualified identity only',
      },
    },
    'ins-printed': {
      says: {
        fr: 'Le matricule ou l’OID est imprimé en clair pour une identité au statut {statut}',
        en: 'The matricule or OID is printed in clear for an identity of status {statut}',
      },
      fix: {
        fr: 'N’imprimez matricule et OID que d’une identité qualifiée',
        en: 'Print matricule and OID of a qualified identity only',
      },
    },
  },
  judge({ preuves }) {
    let examined = 0;
    let review = false;
    const findings = printedDocuments(preuves)
      .filter(({ identity }) => identity.statut !== undefined && identity.statut !== 'qualifiee')
      .flatMap(({ preuve, identity, ...page }) => {
        const matricule = identity.ins?.matricule ?? lastIndividu(preuves)?.matricule;
        const text = plainText(page.text);
        const values = { statut: identity.statut ?? '' };
        const number = matricule === undefined ? null : numberIn(text, matricule);
        const billed = number !== null && billing.test(text.slice(Math.max(0, number - labelReach), number));
        const found = [
          ...(page.datamatrix.some((symbol) => saysIns(symbol, matricule))
            ? [inPreuve(preuve, 'datamatrix', { code: 'datamatrix-printed', values })]
            : []),
          ...((number !== null && !billed) || insOids.test(text)
            ? [inPreuve(preuve, 'text', { code: 'ins-printed', values })]
            : []),
        ];
        const name = plainText(identity.traits['nomNaissance'] ?? '');
        const wholeRead = page.textComplete && page.unread.length === 0 && name !== '' && text.includes(name);
        // What is not found is absent only where all was read, on a page that shows this identity.
        if (found.length > 0 || (wholeRead && matricule !== undefined)) examined += 1;
        review ||= billed;
        return found;
      });
    return { examined, findings, review };
  },
};

function numberIn(text: string, matricule: string): number | null {
  const pattern = new RegExp(`(?<!\\d)${matriculePattern(matricule.slice(0, 13))}`);
  return pattern.exec(text)?.index ?? null;
}

function saysIns(symbol: string, matricule: string | undefined): boolean {
  if (/^IS\d\d/.test(symbol) && parseInsDatamatrix(symbol).content.matricule !== undefined) return true;
  return matricule !== undefined && new RegExp(literal(matricule.slice(0, 13))).test(symbol);
}
