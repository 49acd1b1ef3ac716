import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A message carries one VIHF, in SAML 2.0, with an id that a signature can point at. */
export const check: Check = {
  title: { fr: 'Le message porte un seul VIHF', en: 'The message carries a single VIHF' },
  assertions: ['DMP-VIHF-01'],
  clauses: [{ source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'VIHF', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'assertion-count': sentences(
      'Le message porte {actual} assertions, attendu {expected}.',
      'The message carries {actual} assertions, {expected} is expected.',
      'Ne mettre qu’une assertion dans l’entête de sécurité.',
      'Put a single assertion in the security header.',
    ),
    'assertion-version': sentences(
      'L’assertion est en version {actual}, attendue {expected}.',
      'The assertion is of version {actual}, {expected} is expected.',
      'Écrire Version="2.0".',
      'Write Version="2.0".',
    ),
    'assertion-id': sentences(
      'L’identifiant d’assertion {actual} est absent ou n’est pas un nom XML.',
      'The assertion id {actual} is absent or is no XML name.',
      'Donner un ID unique commençant par une lettre ou un souligné.',
      'Give a unique ID that begins with a letter or an underscore.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => [
      ...(assertions.length === 1
        ? []
        : [{ code: 'assertion-count', expected: 1, actual: assertions.length, at: { path: 'Assertion' } }]),
      ...assertions.flatMap(({ id, version, at }) => [
        ...(version === '2.0' ? [] : [{ code: 'assertion-version', expected: '2.0', actual: version, at }]),
        ...(/^[A-Za-z_][\w.-]*$/.test(id) ? [] : [{ code: 'assertion-id', actual: id, at }]),
      ]),
    ]),
};
