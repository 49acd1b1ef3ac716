import type { FindingText } from '../../../../domain/check.ts';
import { publishedMatricules } from '../../../../formats/ins/published-matricules.ts';
import { sentences } from './sentences.ts';

/** Options of the checks that an INS belongs to the environment at work. */
export type EnvironmentOptions = {
  readonly environnement: 'test' | 'production';
};

type EnvironmentCode = 'test-ins-in-production' | 'production-ins-in-test';

/** What these checks say, whatever carries the INS. */
export const environmentFindings: Readonly<Record<EnvironmentCode, FindingText>> = {
  'test-ins-in-production': sentences(
    'L’INS {actual} est une INS de test ou de démonstration.',
    'The INS {actual} is one for tests or demonstrations.',
    'En production, n’utiliser que des INS rendues par INSi.',
    'In production, use only INS that INSi gave.',
  ),
  'production-ins-in-test': sentences(
    'L’INS {actual} porte un OID de production.',
    'The INS {actual} has a production OID.',
    'En test, n’utiliser que l’OID 1.2.250.1.213.1.4.10 et des identités fictives.',
    'In tests, use only OID 1.2.250.1.213.1.4.10 and fictive identities.',
  ),
};

interface Ins {
  readonly value: string;
  /** Of the authority that its OID names. */
  readonly environment: string | undefined;
}

/** The finding that an INS of another environment makes; published identities of tests have production OIDs. */
export function outOfEnvironment(
  { environnement }: EnvironmentOptions,
  { value, environment }: Ins,
): EnvironmentCode | undefined {
  const real = environment === 'production' && !publishedMatricules.has(value);
  if (environnement === 'production') return real ? undefined : 'test-ins-in-production';
  return real ? 'production-ins-in-test' : undefined;
}
