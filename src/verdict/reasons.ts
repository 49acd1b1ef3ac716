import type { Bilingual } from '../domain/bilingual.ts';

const say = (fr: string, en: string): Bilingual => ({ fr, en });

/** Sentences that the verdict itself says; everything else is in the checks and the plan. */
export const reasons = {
  benchBroke: (what: string): Bilingual =>
    say(`Le banc n’a pas pu juger : ${what}`, `The bench could not judge: ${what}`),
  noStep: (step: string): Bilingual =>
    say(`L’étape ${step} n’a pas eu lieu`, `Step ${step} did not take place`),
  stepEnded: (step: string, how: string, why: string): Bilingual =>
    say(
      `L’étape ${step} s’est terminée par « ${how} »${why === '' ? '' : ` : ${why}`}`,
      `Step ${step} ended as "${how}"${why === '' ? '' : `: ${why}`}`,
    ),
  noPreuve: (kinds: string): Bilingual =>
    say(`Aucune preuve ${kinds} n’est venue`, `No preuve ${kinds} came`),
  nothingExamined: {
    fr: 'Les preuves reçues ne montrent pas le fait à juger',
    en: 'The preuves received do not show the fact to judge',
  },
  faultNotDelivered: (fault: string): Bilingual =>
    say(
      `La faute ${fault} n’a pas été livrée : l’essai ne prouve rien`,
      `Fault ${fault} was not delivered: the test proves nothing`,
    ),
  controlFailed: (control: string): Bilingual =>
    say(
      `Le témoin ${control} n’a pas réussi : le refus ne prouve rien`,
      `Control ${control} did not succeed: the refusal proves nothing`,
    ),
  timedOut: (step: string): Bilingual => say(`Délai dépassé à l’étape ${step}`, `Time-out at step ${step}`),
  noRow: { fr: 'Aucun scénario exercé ne porte cette preuve', en: 'No scenario played brings this preuve' },
  noAttestation: {
    fr: 'Une personne doit la déclarer : aucune attestation au dossier',
    en: 'A person must declare it: no attestation in the dossier',
  },
  attested: (who: string, when: string): Bilingual =>
    say(`Déclaré par ${who} le ${when}`, `Declared by ${who} on ${when}`),
  toReview: {
    fr: 'Une personne doit regarder ce qui a été montré',
    en: 'A person must look at what was shown',
  },
  attestedNotExercised: {
    fr: 'Déclaré, mais la preuve automatique n’est pas venue : un vérificateur doit trancher',
    en: 'Declared, but the automatic preuve did not come: a verifier must decide',
  },
  certificatePending: (name: string): Bilingual =>
    say(`Certificat ${name} en cours`, `Certificate ${name} pending`),
  certificateMissing: (name: string): Bilingual =>
    say(`Certificat ${name} absent du dossier`, `Certificate ${name} missing from the dossier`),
  certificateOfOther: (name: string): Bilingual =>
    say(
      `Le certificat ${name} porte sur un autre produit ou une autre version`,
      `Certificate ${name} is for another product or version`,
    ),
  rowFailed: (title: Bilingual, why: Bilingual): Bilingual =>
    say(`Contrôle en échec, « ${title.fr} » : ${why.fr}`, `Check failed, "${title.en}": ${why.en}`),
  optionFailed: {
    fr: 'Une autre modalité est en échec : elle ne décide pas, mais elle est à corriger si le logiciel la propose',
    en: 'Another option fails: it does not decide, but is to be corrected if the software offers it',
  },
  conditionUnanswered: {
    fr: 'Condition sans réponse au dossier : comptée comme vraie',
    en: 'Condition not answered in the dossier: counted as true',
  },
  otherOption: { fr: 'Une autre modalité est conforme', en: 'Another option is conforming' },
  noScenario: {
    fr: 'Le catalogue ne lui donne aucun scénario : rien ne peut la prouver',
    en: 'The catalogue gives it no scenario: nothing can prove it',
  },
  silenceProvesNothing: {
    fr: 'Interdiction : le silence d’un logiciel qui n’a répondu à rien ne prouve rien',
    en: 'A prohibition: the silence of a software that answered nothing proves nothing',
  },
  contradicted: (scenario: string): Bilingual =>
    say(
      `La déclaration du dossier est contredite par ce qui a été vu dans ${scenario} : corriger le dossier`,
      `What the dossier declares is contradicted by what was seen in ${scenario}: correct the dossier`,
    ),
  interrupted: {
    fr: 'La campagne a été interrompue avant la fin',
    en: 'The run was interrupted before its end',
  },
} as const;
