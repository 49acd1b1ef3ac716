/** One call of the published CNDA test plan, and the code that answers it. */
export interface CndaCall {
  /** `2.06 cas 1`. */
  readonly essai: string;
  readonly nomNaissance: string;
  readonly prenom: string;
  readonly sexe: 'F' | 'M';
  readonly dateNaissance: string;
  readonly lieuNaissance?: string;
  readonly codeCR: '00' | '01' | '02';
  /** Matricule (15) and OID of a `00`. */
  readonly matricule?: string;
  readonly oid?: string;
}

const nir = '1.2.250.1.213.1.4.8';
const nia = '1.2.250.1.213.1.4.9';
const test = '1.2.250.1.213.1.4.10';

/**
 * Searches by traits of the CNDA acceptance tests, as public clients record them. Not here: 2.03 case 3, whose
 * characters must never be sent; 1.10, read on a card (`insi/answer-nia` gives its OID); 3.05 case 3, whose
 * result is published nowhere.
 */
export const cndaPlan: readonly CndaCall[] = [
  {
    ...{ essai: '2.03 cas 1', nomNaissance: "D'ARTAGNAN DE L'HERAULT", prenom: 'PIERRE-ALAIN', sexe: 'M' },
    ...{ dateNaissance: '2001-06-17', lieuNaissance: '63220' },
    ...{ codeCR: '00', matricule: '101066322000137', oid: test },
  },
  {
    ...{ essai: '2.03 cas 2', nomNaissance: 'ADRTROIS', prenom: 'TOUSSAINT', sexe: 'M' },
    ...{ dateNaissance: '1960-01-01', lieuNaissance: '2B020' },
    ...{ codeCR: '00', matricule: '160012B02077713', oid: nir },
  },
  {
    ...{ essai: '2.04', nomNaissance: 'ECETINSI', prenom: 'PIERRE-ALAIN', sexe: 'M' },
    dateNaissance: '2009-07-14',
    ...{ codeCR: '00', matricule: '109076322083489', oid: nir },
  },
  {
    ...{ essai: '2.05', nomNaissance: 'PROVISOIRE', prenom: 'MATRICULE', sexe: 'M' },
    dateNaissance: '2009-07-01',
    ...{ codeCR: '00', matricule: '109076322088835', oid: nia },
  },
  {
    ...{ essai: '2.06 cas 1', nomNaissance: 'DE VINCI', prenom: 'LEONARDO', sexe: 'M' },
    ...{ dateNaissance: '2014-02-01', codeCR: '02' },
  },
  {
    ...{ essai: '2.06 cas 2', nomNaissance: 'DE VINCI', prenom: 'LEONARDO', sexe: 'M' },
    ...{ dateNaissance: '2014-02-01', lieuNaissance: '63220' },
    ...{ codeCR: '00', matricule: '114026322000115', oid: test },
  },
  {
    ...{ essai: '2.07 cas 1', nomNaissance: 'TCHITCHI', prenom: 'OLA', sexe: 'F' },
    ...{ dateNaissance: '1936-06-21', codeCR: '01' },
  },
  {
    ...{ essai: '2.07 cas 1', nomNaissance: 'TCHITCHI', prenom: 'CATARINA', sexe: 'F' },
    dateNaissance: '1936-06-21',
    ...{ codeCR: '00', matricule: '236066322083656', oid: nir },
  },
  ...['PIERRE', 'PAUL', 'JACQUES'].map((prenom): CndaCall => ({
    ...{ essai: '2.07 cas 2', nomNaissance: 'HOUILLES', prenom, sexe: 'M' },
    ...{ dateNaissance: '1993-01-27', codeCR: '01' },
  })),
  {
    ...{ essai: '2.08 cas 1', nomNaissance: 'CORSE', prenom: 'ANTHONY', sexe: 'M' },
    dateNaissance: '1980-03-02',
    ...{ codeCR: '00', matricule: '180032B02040123', oid: nir },
  },
  {
    ...{ essai: '2.08 cas 2', nomNaissance: 'HERMAN', prenom: 'GATIEN', sexe: 'M' },
    dateNaissance: '1981-03-24',
    ...{ codeCR: '00', matricule: '181036322045676', oid: nir },
  },
];
