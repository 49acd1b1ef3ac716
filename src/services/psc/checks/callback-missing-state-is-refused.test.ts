import { check } from './callback-missing-state-is-refused.ts';
import { provesCallbackRefusal } from './shared/refusal-cases.test-data.ts';

provesCallbackRefusal(check, 'psc/callback-state-missing');
