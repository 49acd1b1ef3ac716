import { check } from './id-token-absurd-iat-is-refused.ts';
import { provesIdTokenRefusal } from './shared/refusal-cases.test-data.ts';

provesIdTokenRefusal(check, 'psc/id-token-iat-future');
