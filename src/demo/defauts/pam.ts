import { defaut, type Defauts } from './defaut.ts';

/** Mistakes of HL7v2 messages, sent and received. */
export const pamDefauts: Defauts = {
  'pam-sans-ins': defaut('N’émet jamais l’INS', 'Never sends the INS', ['INS-HL7-001', 'INS-HL7-022'], {
    ins: { sendsNoIns: true },
  }),
  'pam-ins-non-qualifiee': defaut(
    'Émet l’INS d’une identité non qualifiée',
    'Sends the INS of an identity that is not qualifiée',
    ['INS-HL7-001'],
    { ins: { sendsUnqualifiedIns: true } },
  ),
  'pam-ins-apres-perte': defaut(
    'Émet encore l’INS qu’une modification a retirée',
    'Still sends the INS that a change took away',
    ['INS-HL7-001', 'INS-HL7-014'],
    { ins: { sendsLostIns: true } },
  ),
  'pam-statut-interne': defaut(
    'Émet QUAL ou RECUP en PID-32',
    'Sends QUAL or RECUP in PID-32',
    ['INS-HL7-005', 'INS-HL7-006'],
    { ins: { sendsOwnStatus: true } },
  ),
  'pam-mauvais-oid': defaut(
    'Émet l’INS sous un OID faux',
    'Sends the INS under a wrong OID',
    ['INS-HL7-003'],
    {
      ins: { sendsWrongOid: true },
    },
  ),
  'pam-mauvais-type': defaut(
    'Émet l’INS avec le type NH',
    'Sends the INS with the type NH',
    ['INS-HL7-004'],
    { ins: { sendsWrongType: true } },
  ),
  'pam-sans-propagation': defaut('Ne propage aucun changement', 'Propagates no change', ['INS-HL7-014'], {
    ins: { propagatesNothing: true },
  }),
  'pam-a31-pour-a47': defaut(
    'Propage par A31 la perte de l’INS d’une qualifiée',
    'Propagates by A31 the loss of the INS of a qualifiée',
    ['INS-HL7-014'],
    { ins: { sendsA31ForA47: true } },
  ),
  'pam-arret-apres-erreur': defaut(
    'N’émet plus rien après un accusé négatif ou absent',
    'Sends nothing any more after a negative or missing acknowledgement',
    ['INS-HL7-014'],
    { ins: { stopsAfterError: true } },
  ),
  'pam-fusion-copie-ins': defaut(
    'Donne à l’identité qui reste l’INS du doublon fusionné',
    'Gives the identity that stays the INS of the merged duplicate',
    ['INS-HL7-015', 'INS-HL7-023'],
    { ins: { copiesMergedIns: true } },
  ),
  'pam-fusion-garde-doublon': defaut(
    'Garde le doublon fusionné, et l’émet encore',
    'Keeps the merged duplicate, and still sends it',
    ['INS-HL7-015'],
    { ins: { keepsMergedIdentity: true } },
  ),
  'pam-fusion-inverse': defaut(
    'Garde le doublon et retire l’identité qui devait rester',
    'Keeps the duplicate and takes away the identity that should stay',
    ['INS-HL7-015', 'INS-HL7-023'],
    { ins: { mergesTheOtherWay: true } },
  ),
  'pam-fusion-ignoree': defaut(
    'Accuse une fusion sans l’appliquer',
    'Acknowledges a merge without applying it',
    ['INS-HL7-015'],
    { ins: { ignoresMerges: true } },
  ),
  'pam-fusion-par-a31': defaut(
    'Propage une fusion par A31',
    'Propagates a merge by A31',
    ['INS-HL7-014', 'INS-HL7-015'],
    { ins: { sendsA31ForA40: true } },
  ),
  'pam-fusion-sans-mrg': defaut(
    'Émet une fusion sans dire quelle identité disparaît',
    'Sends a merge without saying which identity goes',
    ['INS-HL7-015'],
    { ins: { sendsMergeWithoutLoser: true } },
  ),
  'pam-rapprochement-fusionne': defaut(
    'Fusionne deux identités que le flux rapproche',
    'Merges two identities that the flow links',
    ['INS-HL7-015'],
    { ins: { mergesOnLink: true } },
  ),
  'pam-separation-ignoree': defaut(
    'Garde un rapprochement que le flux défait',
    'Keeps a link that the flow undoes',
    ['INS-HL7-014'],
    { ins: { ignoresUnlink: true } },
  ),
  'pam-rapprochement-d-un-seul': defaut(
    'Émet un rapprochement qui ne nomme qu’un patient',
    'Sends a link that names one patient only',
    ['INS-HL7-014'],
    { ins: { sendsLinkOfOne: true } },
  ),
  'pam-ins-de-prov': defaut(
    'Enregistre l’INS d’un message PROV',
    'Stores the INS of a PROV message',
    ['INS-HL7-023'],
    { ins: { storesInsOfProv: true } },
  ),
  'pam-sans-ins-recue': defaut(
    'N’enregistre pas l’INS reçue',
    'Does not store the INS received',
    ['INS-HL7-023'],
    { ins: { storesNoReceivedIns: true } },
  ),
  'pam-ignore-suppression': defaut(
    'Garde l’INS que le flux retire',
    'Keeps the INS that the flow takes away',
    ['INS-HL7-024'],
    { ins: { ignoresDeletion: true } },
  ),
  'pam-accepte-document': defaut(
    'Accepte tout document, quelle que soit son INS',
    'Accepts any document, whatever its INS',
    ['INS-HL7-019'],
    { ins: { acceptsAnyDocument: true } },
  ),
  'pam-refuse-messages': defaut(
    'Rejette les messages du domaine',
    'Rejects the messages of the domain',
    ['INS-HL7-023'],
    { ins: { refusesMessages: true } },
  ),
  'pam-sans-accuse': defaut('N’accuse rien', 'Acknowledges nothing', ['INS-HL7-020'], {
    ins: { answersNothing: true },
  }),
};
