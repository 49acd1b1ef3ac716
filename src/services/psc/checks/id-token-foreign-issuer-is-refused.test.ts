import { check } from './id-token-foreign-issuer-is-refused.ts';
import { provesIdTokenRefusal } from './shared/refusal-cases.test-data.ts';

provesIdTokenRefusal(check, 'psc/id-token-wrong-iss');
