import type { FhirConduct } from '../ins/fhir-conduct.ts';
import { defaut, type Defaut, type Defauts } from './defaut.ts';

/** Mistakes of FHIR exchanges, sent and received. */
export const fhirDefauts: Defauts = {
  'fhir-sans-ins': row('N’émet jamais l’INS en FHIR', 'Never sends the INS in FHIR', ['INS-FHIR-005'], {
    withoutIns: true,
  }),
  'fhir-ins-non-qualifiee': row(
    'Émet en FHIR l’INS d’une identité non qualifiée',
    'Sends in FHIR the INS of an identity that is not qualifiée',
    ['INS-FHIR-005'],
    { sendsUnqualifiedIns: true },
  ),
  'fhir-ipp-officiel': row(
    'Émet son numéro local en use = official',
    'Sends its local number as use = official',
    ['INS-FHIR-001'],
    { localNumberOfficial: true },
  ),
  'fhir-ancienne-officielle': row(
    'Garde l’ancienne INS en official après un changement',
    'Keeps the former INS as official after a change',
    ['INS-FHIR-006'],
    { formerInsOfficial: true },
  ),
  'fhir-type-nir': row(
    'Type INS-NIR sous l’OID de test',
    'Type INS-NIR under the test OID',
    ['INS-FHIR-002'],
    { typeOfProduction: true },
  ),
  'fhir-oid-de-production': row(
    'Émet une INS de test sous l’OID de production',
    'Sends a test INS under the production OID',
    ['INS-FHIR-002'],
    { productionOid: true },
  ),
  'fhir-profil-simple': row(
    'Émet l’INS hors du profil fr-core-patient-ins',
    'Sends the INS outside of the profile fr-core-patient-ins',
    ['INS-FHIR-002'],
    { plainProfile: true },
  ),
  'fhir-plusieurs-prenoms': row(
    'Met tous les prénoms dans name.given',
    'Puts all given names into name.given',
    ['INS-FHIR-003'],
    { severalGiven: true },
  ),
  'fhir-sans-liste-de-prenoms': row(
    'Omet l’extension de la liste des prénoms',
    'Omits the extension of the list of given names',
    ['INS-FHIR-003'],
    { withoutBirthList: true },
  ),
  'fhir-sans-lieu': row(
    'Omet le code du lieu de naissance',
    'Omits the code of the birth place',
    ['INS-FHIR-003'],
    { withoutBirthPlace: true },
  ),
  'fhir-douteuse-valide': row('Émet DOUT avec VALI', 'Sends DOUT with VALI', ['INS-FHIR-005'], {
    doubtfulStaysValid: true,
  }),
  'fhir-noms-inverses': row(
    'Met le prénom à la place du nom',
    'Puts the given name in place of the name',
    ['HX-FHIR-TRAITS'],
    { swapsNames: true },
  ),
  'fhir-json-ordinaire': row('Annonce application/json', 'Announces application/json', ['HX-FHIR-FORME'], {
    plainJson: true,
  }),
  'fhir-cree-toujours': row(
    'Crée sans condition, à chaque envoi',
    'Creates without condition, at each sending',
    ['HX-FHIR-REPRISE'],
    { createsBlindly: true },
  ),
  'fhir-sans-propagation': row(
    'Ne transmet aucun changement en FHIR',
    'Tells no change in FHIR',
    ['HX-FHIR-EMISSION'],
    { neverPropagates: true },
  ),
  'fhir-ignore-les-erreurs': row(
    'Tient pour réussi ce que le serveur refuse',
    'Holds as done what the server refuses',
    ['HX-FHIR-ERREUR'],
    { ignoresErrors: true },
  ),
  'fhir-tait-l-outcome': row(
    'Ne montre pas l’OperationOutcome',
    'Does not show the OperationOutcome',
    ['HX-FHIR-ERREUR'],
    { hidesOutcome: true },
  ),
  'fhir-refus-non-trace': row(
    'Ne trace pas les refus du serveur',
    'Does not trace the refusals of the server',
    ['HX-FHIR-TRACE'],
    { tracesNoError: true },
  ),
  'fhir-destinataire-non-trace': row(
    'Trace les envois sans destinataire',
    'Traces sendings without recipient',
    ['HX-FHIR-TRACE'],
    { tracesNoRecipient: true },
  ),
  'fhir-arret-apres-erreur': row(
    'N’émet plus rien après un refus',
    'Sends nothing any more after a refusal',
    ['HX-FHIR-EMISSION'],
    { stopsAfterError: true },
  ),
  'fhir-insiste': row(
    'Renvoie sans fin ce qui est refusé',
    'Sends again without end what is refused',
    ['HX-FHIR-INSISTANCE'],
    { insists: true },
  ),
  'fhir-qualifie-d-office': row(
    'Qualifie d’office l’identité reçue d’un tiers',
    'Qualifies the identity of a third party by itself',
    ['INS-ST-031'],
    { qualifiesReceived: true },
  ),
  'fhir-sans-verification': row(
    'Enregistre sans vérification l’INS reçue en FHIR',
    'Stores without verification the INS received in FHIR',
    ['INS-ST-031'],
    { storesUnverified: true },
  ),
  'fhir-premiere-ins': row(
    'Prend la première INS venue, même ancienne',
    'Takes the first INS there is, even a former one',
    ['INS-ST-031'],
    { takesFirstIns: true },
  ),
  'fhir-ins-par-type': row(
    'Reconnaît l’INS au type, quel que soit l’OID',
    'Recognises the INS by its type, whatever its OID',
    ['INS-ST-031'],
    { readsInsByType: true },
  ),
  'fhir-attributs-perdus': row(
    'Perd les attributs douteuse et fictive reçus',
    'Loses the attributes douteuse and fictive received',
    ['INS-ST-031', 'INS-WS-025'],
    { dropsAttributes: true },
  ),
  'fhir-ne-reconnait-pas': row(
    'Ne reconnaît pas un Patient déjà reçu',
    'Does not recognise a Patient received before',
    ['HX-FHIR-REPETITION'],
    { forgetsSenderNumbers: true },
  ),
  'fhir-garde-l-ins-remplacee': row(
    'Garde l’INS d’un Patient remplacé',
    'Keeps the INS of a Patient that was replaced',
    ['INS-ST-031'],
    { keepsMergedIns: true },
  ),
  'fhir-refuse-tout': row('Refuse tout Patient', 'Refuses every Patient', ['HX-FHIR-RECEPTION'], {
    refusesAll: true,
  }),
  'fhir-sans-location': row(
    'Répond 201 sans Location',
    'Answers 201 without Location',
    ['HX-FHIR-RECEPTION'],
    { withoutLocation: true },
  ),
  'fhir-accepte-tout': row(
    'Répond 201 à n’importe quel corps',
    'Answers 201 to any body',
    ['HX-FHIR-REFUS'],
    { acceptsAnything: true },
  ),
  'fhir-erreurs-html': row('Répond ses refus en HTML', 'Answers its refusals in HTML', ['HX-FHIR-REFUS'], {
    htmlErrors: true,
  }),
  'fhir-sans-capacites': row(
    'Ne publie pas son CapabilityStatement',
    'Does not publish its CapabilityStatement',
    ['HX-FHIR-CAPACITES'],
    { withoutCapabilities: true },
  ),
  'fhir-montre-l-ins': row(
    'Montre l’INS d’une identité récupérée',
    'Shows the INS of a récupérée identity',
    ['INS-FHIR-005'],
    { showsUnqualifiedIns: true },
  ),
};

function row(fr: string, en: string, assertions: readonly string[], fhir: FhirConduct): Defaut {
  return defaut(fr, en, assertions, { ins: { fhir } });
}
