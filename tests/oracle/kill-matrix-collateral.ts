/** Checks that may turn red under défauts they share no assertion with, and why that is right. */
export interface Collateral {
  readonly check: string;
  readonly why: string;
  readonly defauts: readonly string[];
}

/** Everything else that turns red beside what a défaut is about is an error of the check or of the défaut. */
export const collaterals: readonly Collateral[] = [
  {
    check: 'psc/login-opens-session',
    why: 'Pro Santé Connect refuses such a request, so that no session opens.',
    defauts: [
      'ciba-hint-email',
      'decouverte-standard',
      'hote-autorisation-derive',
      'jeton-en-get',
      'pkce-verifieur-absent',
      'pkce-verifieur-faux',
      'redirect-barre-oblique',
      'redirect-fragment',
      'redirect-uri-different',
      'secret-en-double',
      'secret-en-requete',
    ],
  },
  {
    check: 'psc/scope-is-minimal',
    why: 'Both checks read scope: without scope_all it is not the two values asked for.',
    defauts: ['scope-sans-scope-all'],
  },
  {
    check: 'psc/code-exchange-is-consistent',
    why: 'An address of return with a fragment is not sent again as it was registered.',
    defauts: ['redirect-fragment'],
  },
  {
    check: 'psc/logout-ends-local-session',
    why: 'A cookie that still opens the session after logout is a local session that did not end.',
    defauts: ['ancien-cookie-accepte'],
  },
  {
    check: 'insi/access-is-traced',
    why: 'Both checks read the same traces of access.',
    defauts: ['ins-sans-trace', 'ins-trace-sans-utilisateur'],
  },
  {
    check: 'insi/action-is-refused',
    why: 'The software acted where it must refuse.',
    defauts: ['ins-appel-si-douteuse', 'insi-tls-non-verifie'],
  },
  {
    check: 'insi/identity-is-unchanged',
    why: 'What a server that nobody verified answers is written in the identity.',
    defauts: ['insi-tls-non-verifie'],
  },
  {
    check: 'insi/emetteur-is-authenticated',
    why: 'Reads the LPS context of the call, which is not there.',
    defauts: ['insi-sans-contexte-lps'],
  },
  {
    check: 'insi/idam-is-declared',
    why: 'Reads the LPS context of the call, which is not there.',
    defauts: ['insi-sans-contexte-lps'],
  },
  {
    check: 'insi/instance-is-stable',
    why: 'Reads the LPS context of the call, which is not there.',
    defauts: ['insi-sans-contexte-lps'],
  },
  {
    check: 'insi/lps-nom-is-urn',
    why: 'Reads the LPS context of the call, which is not there.',
    defauts: ['insi-sans-contexte-lps'],
  },
  {
    check: 'insi/times-are-now',
    why: 'Reads the LPS context of the call, which is not there.',
    defauts: ['insi-sans-contexte-lps'],
  },
  {
    check: 'insi/field-is-stored',
    why: 'What is locked cannot be stored.',
    defauts: ['ins-tout-verrouille'],
  },
  {
    check: 'insi/ins-is-absent',
    why: 'A locked identity keeps its INS when a strict trait should change.',
    defauts: ['ins-tout-verrouille'],
  },
  {
    check: 'insi/status-is',
    why: 'A trait that changes, or cannot, leaves the status wrong.',
    defauts: ['ins-tout-verrouille', 'ins-traits-modifiables'],
  },
  {
    check: 'insi/status-history-is-complete',
    why: 'A wrong status writes a wrong history.',
    defauts: ['ins-qualifie-sans-piece', 'ins-reste-validee', 'ins-traits-modifiables'],
  },
  {
    check: 'document/hl7v2-merged-identity-is-silent',
    why: 'Messages that never leave cannot be judged.',
    defauts: ['pam-arret-apres-erreur'],
  },
  {
    check: 'document/hl7v2-charset-is-real',
    why: 'Messages that never leave cannot be judged.',
    defauts: ['pam-arret-apres-erreur', 'pam-sans-propagation'],
  },
  {
    check: 'document/hl7v2-identity-status-known',
    why: 'Messages that never leave cannot be judged.',
    defauts: ['pam-arret-apres-erreur', 'pam-sans-propagation'],
  },
  {
    check: 'document/hl7v2-ins-means-valid',
    why: 'Messages that never leave cannot be judged.',
    defauts: ['pam-arret-apres-erreur', 'pam-sans-propagation'],
  },
  {
    check: 'document/hl7v2-profile',
    why: 'Messages that never leave cannot be judged.',
    defauts: ['pam-arret-apres-erreur', 'pam-sans-propagation'],
  },
  {
    check: 'document/hl7v2-ins-only-when-qualified',
    why: 'The message carries, or lacks, an INS that the status does not allow.',
    defauts: ['pam-a31-pour-a47', 'pam-arret-apres-erreur', 'pam-ins-apres-perte', 'pam-sans-propagation'],
  },
  {
    check: 'document/fhir-ins-only-when-qualified',
    why: 'Patients that never leave cannot be judged; one that is validée by a mistake of its own is sent so.',
    defauts: ['fhir-sans-propagation', 'fhir-arret-apres-erreur'],
  },
  {
    check: 'document/fhir-identity-attributes',
    why: 'Patients that never leave cannot be judged, and those of a récupérée identity carry its INS.',
    defauts: ['fhir-sans-propagation', 'fhir-arret-apres-erreur'],
  },
  {
    check: 'fhir/media-type-is-fhir',
    why: 'Patients that never leave cannot be judged.',
    defauts: ['fhir-sans-propagation', 'fhir-arret-apres-erreur'],
  },
  {
    check: 'insi/action-succeeds',
    why: 'A software that sends nothing any more fails at each sending.',
    defauts: ['fhir-arret-apres-erreur'],
  },
  {
    check: 'fhir/identity-is-recorded',
    why: 'What is refused is not stored.',
    defauts: ['fhir-refuse-tout'],
  },
  {
    check: 'fhir/ins-is-verified',
    why: 'What is refused is not verified.',
    defauts: ['fhir-refuse-tout'],
  },
  {
    check: 'insi/search-finds',
    why: 'What this software refuses, or drops without an answer, it does not apply either.',
    defauts: ['pam-refuse-messages', 'pam-sans-accuse'],
  },
  {
    check: 'pam/merge-is-applied',
    why: 'What this software refuses, or drops without an answer, it does not apply either.',
    defauts: ['pam-refuse-messages', 'pam-sans-accuse'],
  },
  {
    check: 'pam/linked-identities-stay-apart',
    why: 'What this software refuses, or drops without an answer, it does not apply either.',
    defauts: ['pam-refuse-messages', 'pam-sans-accuse'],
  },
  {
    check: 'pam/identity-is-recorded',
    why: 'What this software drops without an answer, it does not record either.',
    defauts: ['pam-sans-accuse'],
  },
];

const otherProfil = 'Its rows belong to a profil that the candidature LGC of the demo does not declare.';
const otherDispositif = 'Its rows are those of RIS and DPI; the plans here are those of an LGC.';
const oneCall =
  'Its row compares the calls of a whole run; the plans here play the scenarios of its assertion alone.';

/** Défauts that turn no row red in the plans of the demo, and why; the test fails once one of them does. */
export const survivors: Readonly<Record<string, string>> = {
  'journaux-en-clair': otherProfil,
  'traces-absentes': otherProfil,
  'insi-message-id-constant': oneCall,
  'pam-mauvais-oid': otherDispositif,
  'pam-mauvais-type': otherDispositif,
  'pam-ins-de-prov': otherDispositif,
  'pam-ignore-suppression': otherDispositif,
  'pam-accepte-document': otherDispositif,
};
