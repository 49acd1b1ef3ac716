import { defaut, type Defauts } from './defaut.ts';

/** Mistakes of printed documents. */
export const printingDefauts: Defauts = {
  'impression-datamatrix-non-qualifiee': defaut(
    'Imprime le datamatrix d’une identité non qualifiée',
    'Prints the datamatrix of an identity not qualified',
    ['INS-DM-003'],
    { ins: { printsUnqualifiedDatamatrix: true } },
  ),
  'impression-matricule-non-qualifie': defaut(
    'Imprime le matricule d’une identité non qualifiée',
    'Prints the matricule of an identity not qualified',
    ['INS-DM-003'],
    { ins: { printsUnqualifiedIns: true } },
  ),
  'impression-sans-datamatrix': defaut(
    'Imprime sans datamatrix une identité qualifiée',
    'Prints a qualified identity without its datamatrix',
    ['INS-DM-003'],
    { ins: { printsNoDatamatrix: true } },
  ),
  'impression-sans-nature': defaut(
    'Imprime le matricule sans sa nature',
    'Prints the matricule without its nature',
    ['INS-DM-003'],
    { ins: { printsNoNature: true } },
  ),
  'impression-entete-fausse': defaut(
    'Écrit un autre en-tête dans le datamatrix',
    'Writes another header in the datamatrix',
    ['INS-DM-001'],
    { ins: { printsWrongHeader: true } },
  ),
  'impression-date-iso': defaut(
    'Écrit la date du datamatrix en AAAA-MM-JJ',
    'Writes the date of the datamatrix as YYYY-MM-DD',
    ['INS-DM-002'],
    { ins: { printsIsoDate: true } },
  ),
};
