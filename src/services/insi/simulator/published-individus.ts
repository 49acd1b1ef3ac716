import type { KnownIndividu } from './find-individu.ts';
import { splitIns } from './find-individu.ts';

const nir = '1.2.250.1.213.1.4.8';
const nia = '1.2.250.1.213.1.4.9';
const test = '1.2.250.1.213.1.4.10';

function individu(
  nomNaissance: string,
  listePrenom: string,
  sexe: string,
  dateNaissance: string,
  lieuNaissance: string,
  matricule: string,
  oid: string,
  more: { readonly historique?: readonly string[]; readonly autresLieux?: readonly string[] } = {},
): KnownIndividu {
  return {
    actif: splitIns(matricule, oid),
    historique: (more.historique ?? []).map((old) => ({ ...splitIns(old, nir), typeMatricule: 'NIR' })),
    nomNaissance,
    listePrenom,
    sexe,
    dateNaissance,
    lieuNaissance,
    ...(more.autresLieux === undefined ? {} : { autresLieux: more.autresLieux }),
  };
}

/**
 * Identities of the published CNDA and ANS test plans, answered as those environments answer them. The history of
 * HERMAN carries a wrong key on purpose: so does the published data. The matricules of DE VINCI, of whom only the
 * codes 02 then 00 are published, and of D'ARTAGNAN, whose answer is not, are ours under the test OID. Samples that
 * disagree on a birth place are all answered.
 */
export const publishedIndividus: readonly KnownIndividu[] = [
  individu('PAT-TROIS', 'DOMINIQUE MARIE-LOUISE', 'F', '1979-03-28', '51215', '279035121518989', test, {
    autresLieux: ['63220'],
  }),
  individu('ADRTROIS', 'DOMINIQUE', 'F', '1997-02-26', '2A020', '297022A02077878', nir),
  individu('ADRTROIS', 'TOUSSAINT', 'M', '1960-01-01', '2B020', '160012B02077713', nir),
  individu('ADRUN', 'ZOE', 'F', '1975-12-31', '63220', '275126322074974', nir),
  individu('ADRDEUX', 'LAURENT', 'M', '1981-01-01', '63220', '181016322075140', nir, {
    autresLieux: ['75056'],
  }),
  individu('ECETINSI', 'PIERRE-ALAIN MURIEL FLORIANT', 'M', '2009-07-14', '63220', '109076322083489', nir, {
    historique: ['209076322083439', '209066322012355'],
  }),
  individu('PROVISOIRE', 'MATRICULE', 'M', '2009-07-01', '63220', '109076322088835', nia),
  individu('TCHITCHI', 'CATARINA BELLA', 'F', '1936-06-21', '63220', '236066322083656', nir),
  individu('CORSE', 'ANTHONY', 'M', '1980-03-02', '2B020', '180032B02040123', nir, {
    historique: ['180032B02040123'],
  }),
  individu('HERMAN', 'GATIEN', 'M', '1981-03-24', '63220', '181036322045676', nir, {
    historique: ['181036322045676', '281036322045610'],
  }),
  individu('NESSI', 'RUTH ISABELLE', 'F', '1977-07-14', '63220', '277076322082910', nir, {
    autresLieux: ['51215', '75056'],
  }),
  individu('NESSI', 'MICHELANGELO', 'M', '2010-08-07', '63220', '110086322083060', nir),
  individu("D'ARTAGNAN DE L'HERAULT", 'PIERRE-ALAIN', 'M', '2001-06-17', '63220', '101066322000137', test),
  individu('DE VINCI', 'LEONARDO', 'M', '2014-02-01', '63220', '114026322000115', test),
  individu('DE VINCI', 'LEONARDO', 'M', '2014-02-01', '75056', '114027505600152', test),
];
