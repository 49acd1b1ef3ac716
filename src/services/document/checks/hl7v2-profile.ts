import type { Check } from '../../../domain/check.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn, type FoundMessage } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** An ADT says which French version of PAM it follows, twice and alike: MSH-12 and MSH-21. */
export const check: Check = {
  title: {
    fr: 'Version française en MSH-12 et profil en MSH-21 concordent',
    en: 'French version in MSH-12 and profile in MSH-21 agree',
  },
  assertions: ['INS-HL7-016'],
  clauses: [{ source: 'ANS hl7V2-exemples', section: 'MSH', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'french-version-missing': sentences(
      'MSH-12 vaut « {actual} » : la version de l’extension française manque.',
      'MSH-12 is "{actual}": the version of the French extension is missing.',
      'Écrire 2.5^FRA^2.11.',
      'Write 2.5^FRA^2.11.',
    ),
    'profile-missing': sentences(
      'MSH-21 vaut « {actual} » : le profil IHE_FRANCE-…-PAM manque.',
      'MSH-21 is "{actual}": the profile IHE_FRANCE-…-PAM is missing.',
      'Écrire 2.11^IHE_FRANCE-2.11-PAM.',
      'Write 2.11^IHE_FRANCE-2.11-PAM.',
    ),
    'versions-differ': sentences(
      'MSH-12 annonce la version {expected} et MSH-21 « {actual} ».',
      'MSH-12 announces version {expected} and MSH-21 "{actual}".',
      'Annoncer la même version de PAM France aux deux endroits.',
      'Announce the same version of PAM France in both places.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, (found) =>
      valueAt(found.message, 'MSH-9.1') === 'ADT' ? profileOf(found) : undefined,
    ),
};

function profileOf({ message }: FoundMessage): readonly Observation[] {
  const [msh] = message.segments;
  if (msh === undefined) return [];
  const version = valueAt(message, 'MSH-12.3');
  const profile = /^IHE_FRANCE-([\d.]+)-PAM$/.exec(valueAt(message, 'MSH-21.2'));
  const whole = valueAt(message, 'MSH-21');
  const found: Observation[] = [];
  if (valueAt(message, 'MSH-12.2') !== 'FRA' || version === '') {
    found.push({
      code: 'french-version-missing',
      actual: valueAt(message, 'MSH-12'),
      ...placeIn(msh, 'MSH-12'),
    });
  }
  if (profile === null) {
    found.push({ code: 'profile-missing', actual: whole, ...placeIn(msh, 'MSH-21') });
  } else if (version !== '' && (profile[1] !== version || valueAt(message, 'MSH-21.1') !== version)) {
    found.push({ code: 'versions-differ', expected: version, actual: whole, ...placeIn(msh, 'MSH-21') });
  }
  return found;
}
