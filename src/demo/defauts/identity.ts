import { defaut, type Defauts } from './defaut.ts';

/** Mistakes of identities and of the INSi client. */
export const identityDefauts: Defauts = {
  'ins-date-00': defaut('Importe une date de naissance à 00', 'Imports a 00 birth date', ['INS-ST-021'], {
    ins: { importsUnknownBirthDate: true },
  }),
  'ins-traits-vides': defaut(
    'Importe un retour aux traits vides',
    'Imports a return with empty traits',
    ['INS-ST-022'],
    { ins: { importsEmptyTraits: true } },
  ),
  'ins-garde-apres-ko': defaut(
    'Garde le matricule après une vérification KO',
    'Keeps the matricule after a verification KO',
    ['INS-ST-018'],
    { ins: { keepsInsAfterKo: true } },
  ),
  'ins-garde-si-douteuse': defaut(
    'Garde statut et matricule d’une identité douteuse ou fictive',
    'Keeps status and matricule of a douteuse or fictive identity',
    ['INS-ST-011'],
    { ins: { keepsInsWhenDoubtful: true } },
  ),
  'ins-appel-si-douteuse': defaut(
    'Appelle INSi pour une identité douteuse',
    'Calls INSi for a douteuse identity',
    ['INS-WS-025'],
    { ins: { callsForDoubtful: true } },
  ),
  'ins-oid-force': defaut('Force l’OID NIR de production', 'Forces the production NIR OID', ['INS-ST-007'], {
    ins: { forcesNirOid: true },
  }),
  'ins-cle-perdue': defaut(
    'Enregistre le matricule sans sa clé',
    'Stores the matricule without its key',
    ['INS-ST-007'],
    { ins: { dropsKey: true } },
  ),
  'ins-historique-perdu': defaut(
    'Ne garde que le dernier matricule de l’historique',
    'Keeps only the last matricule of the history',
    ['INS-ST-008'],
    { ins: { dropsHistory: true } },
  ),
  'ins-traits-recases': defaut(
    'Change la casse des traits renvoyés',
    'Changes the case of the traits returned',
    ['INS-ST-005'],
    { ins: { recasesTraits: true } },
  ),
  'ins-qualifie-sans-piece': defaut(
    'Qualifie sans pièce contrôlée',
    'Qualifies without a checked proof',
    ['INS-ST-001'],
    { ins: { qualifiesWithoutProof: true } },
  ),
  'ins-reste-validee': defaut(
    'Reste validée après le retour INSi',
    'Stays validée after the INSi return',
    ['INS-ST-002'],
    { ins: { staysValidated: true } },
  ),
  'ins-piece-oubliee': defaut(
    'N’enregistre pas la nature de la pièce',
    'Does not record the nature of the proof',
    ['INS-ST-003'],
    { ins: { forgetsProof: true } },
  ),
  'ins-historique-statuts': defaut(
    'N’historise que le dernier statut',
    'Historises the last status only',
    ['INS-ST-025'],
    { ins: { forgetsStatusHistory: true } },
  ),
  'ins-historique-sans-auteur': defaut('Historise sans auteur', 'Historises without author', ['INS-ST-025'], {
    ins: { historyWithoutAuthor: true },
  }),
  'ins-creation-incomplete': defaut(
    'Crée une identité sans ses cinq traits',
    'Creates an identity without its five traits',
    ['INS-ST-023'],
    { ins: { incompleteCreation: true } },
  ),
  'ins-adresse-obligatoire': defaut(
    'Exige l’adresse à la création',
    'Demands the address at creation',
    ['INS-ST-023'],
    { ins: { extraMandatoryField: true } },
  ),
  'ins-minuscules': defaut(
    'Accepte minuscules et accents dans le nom de naissance',
    'Accepts lower case and accents in the birth name',
    ['INS-ST-016'],
    { ins: { acceptsLowerCase: true } },
  ),
  'ins-nom-tronque': defaut(
    'Tronque le nom de naissance à vingt caractères',
    'Cuts the birth name at twenty characters',
    ['INS-ST-034'],
    { ins: { truncatesNames: true } },
  ),
  'ins-date-impossible': defaut(
    'Accepte une date de naissance qui n’existe pas',
    'Accepts a birth date that does not exist',
    ['INS-ST-034'],
    { ins: { acceptsUnrealDates: true } },
  ),
  'ins-traits-modifiables': defaut(
    'Laisse modifier les traits d’une identité récupérée',
    'Lets the traits of a récupérée identity be edited',
    ['INS-ST-024'],
    { ins: { editsLockedTraits: true } },
  ),
  'ins-rien-de-verrouille': defaut(
    'Ne montre aucun champ verrouillé',
    'Shows no field locked',
    ['INS-ST-024'],
    { ins: { showsNothingLocked: true } },
  ),
  'ins-tout-verrouille': defaut(
    'Verrouille aussi les traits complémentaires',
    'Locks complementary traits too',
    ['INS-ST-024', 'INS-ST-030'],
    { ins: { locksEverything: true } },
  ),
  'ins-statut-garde': defaut(
    'Garde statut et INS après modification d’un trait strict',
    'Keeps status and INS after a strict trait changed',
    ['INS-ST-030', 'INS-HL7-001', 'INS-HL7-014'],
    { ins: { keepsStatusOnStrictChange: true } },
  ),
  'ins-recherche-litterale': defaut('Recherche à la lettre près', 'Searches to the letter', ['INS-ST-028'], {
    ins: { literalSearch: true },
  }),
  'ins-matricule-non-controle': defaut(
    'Cherche un matricule sans contrôler sa clé',
    'Searches a matricule without checking its key',
    ['INS-ST-029'],
    { ins: { searchesAnyMatricule: true } },
  ),
  'ins-prenom-sans-alerte': defaut(
    'N’alerte pas d’un prénom incohérent',
    'Does not warn of an incoherent given name',
    ['INS-ST-006'],
    { ins: { silentOnGivenNames: true } },
  ),
  'ins-maj-apres-ko': defaut(
    'Met à jour une identité connue malgré un KO',
    'Updates a known identity despite a KO',
    ['INS-ST-026'],
    { ins: { updatesKnownOnKo: true } },
  ),
  'ins-tiers-garde-apres-ko': defaut(
    'Enregistre l’INS d’un tiers malgré un KO',
    'Stores a third party’s INS despite a KO',
    ['INS-ST-026'],
    { ins: { keepsForeignInsOnKo: true } },
  ),
  'ins-integre-apres-ko': defaut(
    'Intègre les données malgré un KO',
    'Integrates the data despite a KO',
    ['INS-ST-026'],
    { ins: { integratesOnKo: true } },
  ),
  'ins-jamais-verifie': defaut(
    'Ne vérifie pas l’INS reçu d’un tiers',
    'Does not verify the INS of a third party',
    ['INS-ST-031'],
    { ins: { neverVerifies: true } },
  ),
  'ins-qualif-recopiee': defaut(
    'Recopie le statut qualifié d’un tiers',
    'Copies the qualified status of a third party',
    ['INS-ST-031'],
    { ins: { keepsForeignQualification: true } },
  ),
  'ins-sans-trace': defaut('Ne trace rien', 'Traces nothing', ['INS-LOG-001', 'INS-LOG-002', 'INS-LOG-003'], {
    ins: { tracesNothing: true },
  }),
  'ins-trace-code-seul': defaut(
    'Ne trace que le code retour',
    'Traces the return code only',
    ['INS-ST-027'],
    { ins: { tracesCodeOnly: true } },
  ),
  'ins-trace-sans-utilisateur': defaut(
    'Trace sans utilisateur',
    'Traces without user',
    ['INS-LOG-003', 'INS-ST-010'],
    {
      ins: { tracesWithoutUser: true },
    },
  ),
  'ins-change-sur-erreur': defaut(
    'Change l’identité sur une erreur INSi',
    'Changes the identity on an INSi error',
    ['INS-ST-004'],
    { ins: { changesOnError: true } },
  ),
  'insi-soap-1-1': defaut('Parle SOAP 1.1', 'Speaks SOAP 1.1', ['INS-WS-001'], { ins: { soap11: true } }),
  'insi-mauvaise-action': defaut(
    'wsa:Action d’une autre opération',
    'wsa:Action of another operation',
    ['INS-WS-002'],
    { ins: { wrongAction: true } },
  ),
  'insi-message-id-constant': defaut('Réutilise wsa:MessageID', 'Reuses wsa:MessageID', ['INS-WS-004'], {
    ins: { reusesMessageId: true },
  }),
  'insi-sans-contexte-lps': defaut(
    'Omet ContexteLPS',
    'Omits ContexteLPS',
    ['INS-WS-005', 'INS-WS-006', 'INS-WS-007', 'INS-WS-008', 'INS-WS-011', 'INS-WS-012'],
    {
      ins: { withoutContexteLps: true },
    },
  ),
  'insi-sans-couverture': defaut('Omet COUVERTURE', 'Omits COUVERTURE', ['INS-WS-009'], {
    ins: { withoutCouverture: true },
  }),
  'insi-ordre-des-traits': defaut(
    'Écrit les traits dans le désordre',
    'Writes traits out of order',
    ['INS-WS-016'],
    { ins: { wrongOrder: true } },
  ),
  'insi-sans-certificat': defaut('Appelle sans certificat', 'Calls without certificate', ['INS-WS-013'], {
    ins: { withoutCertificate: true },
  }),
  'insi-tls-non-verifie': defaut(
    'Appelle INSi quel que soit son certificat',
    'Calls INSi whatever its certificate',
    ['INS-WS-030'],
    { ins: { trustsAnyServer: true } },
  ),
  'insi-sans-carte': defaut(
    'Appelle INSi par certificat d’organisation malgré la carte CPx choisie',
    'Calls INSi by organisation certificate though the CPx card was chosen',
    ['INS-WS-013'],
    { ins: { ignoresCard: true } },
  ),
  'insi-carte-et-certificat': defaut(
    'Présente un certificat d’organisation à côté de l’assertion de la carte',
    'Presents an organisation certificate beside the assertion of the card',
    ['INS-WS-013'],
    { ins: { sendsCertificateBesideCard: true } },
  ),
  'insi-carte-perimee': defaut('Signe avec une carte périmée', 'Signs with an expired card', ['INS-WS-014'], {
    ins: { usesExpiredCard: true },
  }),
  'insi-carte-d-un-autre': defaut(
    'Signe l’assertion d’une personne avec la carte d’une autre',
    'Signs the assertion of a person with the card of another',
    ['INS-WS-013'],
    { ins: { signsWithAnotherCard: true } },
  ),
  'insi-assertion-sha1': defaut(
    'Signe l’assertion en SHA-1',
    'Signs the assertion by SHA-1',
    ['INS-WS-014'],
    { ins: { signsWithSha1: true } },
  ),
  'insi-assertion-non-signee': defaut(
    'Envoie l’assertion de la carte sans la signer',
    'Sends the assertion of the card unsigned',
    ['INS-WS-013', 'INS-WS-014'],
    { ins: { leavesAssertionUnsigned: true } },
  ),
  'insi-assertion-alteree': defaut(
    'Change l’assertion après l’avoir signée',
    'Changes the assertion after signing it',
    ['INS-WS-013', 'INS-WS-014'],
    { ins: { altersSignedAssertion: true } },
  ),
  'insi-assertion-perimee': defaut(
    'Réemploie une assertion dont la validité est passée',
    'Uses again an assertion whose validity is over',
    ['INS-WS-014'],
    { ins: { sendsOldAssertion: true } },
  ),
  'insi-assertion-sans-specialite': defaut(
    'Tait la spécialité du médecin dans l’assertion',
    'Leaves the physician’s speciality out of the assertion',
    ['INS-WS-015'],
    { ins: { assertsNoSpeciality: true } },
  ),
  'ins-nom-utilise-rempli': defaut(
    'Remplit le nom utilisé depuis INSi',
    'Fills the used name from INSi',
    ['INS-ST-014'],
    { ins: { fillsUsedName: true } },
  ),
  'insi-sans-psc': defaut(
    'N’emploie pas l’identité PSC pour appeler INSi',
    'Does not use the PSC identity to call INSi',
    ['INS-WS-013'],
    { ins: { ignoresPscUser: true } },
  ),
};
