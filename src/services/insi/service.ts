import type { Service } from '../../domain/service.ts';
import { startInsi } from './simulator/start-insi.ts';

/** INSi, the teleservice of the national health identity (SEL-MP-043); see this folder's README for what is assumed. */
export const service: Service = {
  name: 'insi',
  title: { fr: 'Téléservice INSi', en: 'INSi teleservice' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      port: {
        type: 'integer',
        minimum: 0,
        maximum: 65535,
        default: 0,
        description: 'Port of the simulator; 0 takes a free one.',
      },
      modes: {
        type: 'array',
        items: { enum: ['cpx', 'mtls', 'psc'] },
        uniqueItems: true,
        default: ['cpx'],
        description:
          'Authentication modes the software uses: CPx assertion, organisation certificate, Pro Santé Connect.',
      },
      autoritesCartes: {
        type: 'array',
        items: { type: 'string', pattern: 'BEGIN CERTIFICATE' },
        description:
          'PEM of the authorities of the test cards that sign CPx assertions, beside the test authority of the run.',
      },
      idam: { type: 'string', description: 'CNDA authorisation number the software sends (LPS/IDAM).' },
    },
  },
  state: {
    type: 'object',
    additionalProperties: false,
    properties: {
      reponse: { enum: ['00', '01', '02'], description: 'Forces the code of every search.' },
      verification: { enum: ['OK', 'KO'], description: 'Forces the result of every verification.' },
      prefixes: {
        enum: ['default', 'ns2'],
        description: 'Name-space prefixes of the answer; both exist in the field.',
      },
    },
  },
  secrets: [],
  clientCommonName: 'INSI-AUTO',
  lendsCards: ({ modes }) => Array.isArray(modes) && modes.includes('cpx'),
  kinds: {
    'insi/traits-request': {
      fr: 'recherche INSi par traits (WS_INS2)',
      en: 'INSi search by traits (WS_INS2)',
    },
    'insi/vitale-request': {
      fr: 'recherche INSi par carte Vitale (WS_INS1)',
      en: 'INSi search by carte Vitale (WS_INS1)',
    },
    'insi/verification-request': {
      fr: 'vérification INSi unitaire (WS_INS3)',
      en: 'INSi unit verification (WS_INS3)',
    },
    'insi/bulk-deposit': {
      fr: 'dépôt de vérification en masse (WS_INS4)',
      en: 'bulk verification deposit (WS_INS4)',
    },
    'insi/bulk-result': {
      fr: 'résultat de vérification en masse (WS_INS5)',
      en: 'bulk verification result (WS_INS5)',
    },
    'insi/unknown-request': { fr: 'appel qu’INSi ne connaît pas', en: 'call that INSi does not know' },
  },
  targets: {
    'insi/answer': { fr: 'réponse INSi (code, identité)', en: 'INSi answer (code, identity)' },
    'insi/certificate': { fr: 'certificat serveur d’INSi', en: 'server certificate of INSi' },
    'insi/reply': { fr: 'transport de la réponse INSi', en: 'transport of the INSi answer' },
  },
  start: startInsi,
};
