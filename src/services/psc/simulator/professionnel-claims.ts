import type { Activite, Professionnel } from '../../../domain/deck.ts';
import type { Json, JsonObject } from '../../../domain/json.ts';

const professions = '1.2.250.1.213.1.1.5.5';
const cardProvider = '550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd';

export interface ClaimsOptions {
  readonly moyen: 'CARD' | 'ECPS';
  readonly variantes: readonly string[];
}

/** `sub`: another prefix by means, always ending with the national identifier. */
export function subjectOf(professionnel: Professionnel, moyen: ClaimsOptions['moyen']): string {
  const provider = moyen === 'CARD' ? cardProvider : professionnel.subUuid;
  return `f:${provider}:${professionnel.identifiantNational}`;
}

/** Claims that PSC puts in ID tokens and access tokens beside the protocol's. */
export function identityClaims(professionnel: Professionnel): JsonObject {
  return {
    SubjectNameID: professionnel.identifiantNational,
    preferred_username: professionnel.identifiantNational,
    given_name: professionnel.prenom.toLocaleUpperCase('fr'),
    family_name: professionnel.nom.toLocaleUpperCase('fr'),
    email_verified: false,
  };
}

/** The whole userinfo of a professional, with the variants asked for. */
export function userinfoClaims(professionnel: Professionnel, options: ClaimsOptions): JsonObject {
  const asked = (variante: string): boolean => options.variantes.includes(variante);
  const activites = asked('sans-exercice')
    ? []
    : asked('plusieurs-activites')
      ? severalActivities(professionnel)
      : professionnel.activites;
  const shown = activites.map((activite) => (asked('accents') ? withAccents(activite) : activite));
  const [first] = shown;
  const codes = { codeCivilite: professionnel.civilite, codeGenreActivite: 'GENR01' };
  const claims: Record<string, Json> = {
    sub: subjectOf(professionnel, options.moyen),
    ...identityClaims(professionnel),
    ...(asked('codes-dans-ref-pro') ? {} : codes),
    Secteur_Activite: first === undefined ? '' : `${first.secteur}^1.2.250.1.71.4.2.4`,
    SubjectOrganization: first?.structure.raisonSociale ?? '',
    SubjectOrganizationID: first?.structure.identifiant ?? '',
    SubjectRole: [`${professionnel.codeProfession}^${professions}`],
    Mode_Acces_Raison: '',
    Acces_Regulation_Medicale: 'FAUX',
    UITVersion: '1.0',
    authMode: options.moyen === 'CARD' ? 'CARD' : 'MOBILE',
    Palier_Authentification: 'APPPRIP3^1.2.250.1.213.1.5.1.1.1',
    PSI_Locale: '1.2.250.1.213.1.3.1.1',
    [asked('other-ids-majuscule') ? 'otherIDs' : 'otherIds']: [
      {
        identifiant: professionnel.identifiantNational,
        origine: asked('origine-edit') ? 'EDIT' : 'RPPS',
        qualite: 1,
      },
    ],
  };
  if (!asked('sans-subject-ref-pro')) {
    claims['SubjectRefPro'] = {
      codeCivilite: professionnel.civilite,
      ...(asked('codes-dans-ref-pro') ? { codeGenreActivite: 'GENR01' } : {}),
      exercices: shown.length === 0 ? [] : [exercice(professionnel, shown)],
    };
  }
  if (asked('claims-inconnues')) {
    claims['champInconnu'] = 'valeur';
    claims['objetInconnu'] = { liste: [1, null, { profondeur: true }] };
  }
  return asked('chaines-vides') ? emptied(claims) : claims;
}

function exercice(professionnel: Professionnel, activites: readonly Activite[]): JsonObject {
  return {
    codeProfession: professionnel.codeProfession,
    codeCategorieProfessionnelle: 'C',
    codeCiviliteDexercice: professionnel.civilite,
    nomDexercice: professionnel.nom.toLocaleUpperCase('fr'),
    prenomDexercice: professionnel.prenom.toLocaleUpperCase('fr'),
    codeTypeSavoirFaire: professionnel.codeSavoirFaire === '' ? '' : 'S',
    codeSavoirFaire: professionnel.codeSavoirFaire,
    activities: activites.map(activity),
  };
}

function activity({ modeExercice, secteur, structure }: Activite): JsonObject {
  const departement = structure.codePostal.slice(0, 2);
  return {
    codeModeExercice: modeExercice,
    codeSecteurDactivite: secteur,
    codeSectionPharmacien: '',
    codeRole: '',
    codeGenreActivite: 'GENR01',
    numeroSiretSite: structure.siret ?? '',
    numeroSirenSite: structure.siret?.slice(0, 9) ?? '',
    numeroFinessSite: structure.finess ?? '',
    numeroFinessetablissementJuridique: '',
    identifiantTechniqueDeLaStructure: structure.identifiant,
    raisonSocialeSite: structure.raisonSociale,
    enseigneCommercialeSite: '',
    complementDestinataire: '',
    complementPointGeographique: '',
    numeroVoie: '1',
    indiceRepetitionVoie: '',
    codeTypeDeVoie: 'R',
    libelleVoie: 'DE L EXEMPLE',
    mentionDistribution: '',
    bureauCedex: '',
    codePostal: structure.codePostal,
    codeCommune: structure.codePostal,
    codePays: '99000',
    telephone: '',
    telephone2: '',
    telecopie: '',
    adresseEMail: '',
    codeDepartement: departement,
    ancienIdentifiantDeLaStructure: '',
    autoriteDenregistrement: 'CNOM/CNOM/CNOM',
  };
}

/** Liberal and salaried activities in distinct structures, so that taking the first one blindly shows. */
function severalActivities(professionnel: Professionnel): readonly Activite[] {
  if (professionnel.activites.length >= 3) return professionnel.activites;
  const [model] = professionnel.activites;
  const structure = model?.structure ?? {
    identifiant: 'R10000000000001',
    raisonSociale: 'CABINET FICTIF 0001',
    codePostal: '75009',
    commune: 'PARIS',
  };
  const twin = (suffix: string, raisonSociale: string): Activite['structure'] => ({
    ...structure,
    identifiant: `${structure.identifiant.slice(0, -2)}${suffix}`,
    raisonSociale,
  });
  return [
    ...professionnel.activites,
    { modeExercice: 'S', secteur: 'SA01', structure: twin('91', 'CENTRE HOSPITALIER FICTIF') },
    { modeExercice: 'L', secteur: 'SA07', structure: twin('92', 'MAISON DE SANTE FICTIVE') },
  ];
}

function withAccents(activite: Activite): Activite {
  return {
    ...activite,
    structure: {
      ...activite.structure,
      raisonSociale:
        'HÔPITAL DE L’ÎLE D’AÏX – PÔLE MÈRE-ENFANT, ŒUVRE DE NOTRE-DAME DE L’ESPÉRANCE "L\'ÉTÉ" & ASSOCIÉS',
    },
  };
}

const identity = new Set([
  'sub',
  'SubjectNameID',
  'preferred_username',
  'given_name',
  'family_name',
  'identifiant',
  'nomDexercice',
  'prenomDexercice',
]);

/** Every string but the identity becomes empty, as unused strings are. */
function emptied(claims: JsonObject): JsonObject {
  const empty = (name: string, value: Json): Json => {
    if (typeof value === 'string') return identity.has(name) ? value : '';
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => empty(name, item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, empty(key, item)]));
  };
  return Object.fromEntries(Object.entries(claims).map(([key, value]) => [key, empty(key, value)]));
}
