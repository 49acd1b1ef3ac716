import { check } from './id-token-weak-alg-is-refused.ts';
import { provesIdTokenRefusal } from './shared/refusal-cases.test-data.ts';

provesIdTokenRefusal(check, 'psc/id-token-alg-none');
