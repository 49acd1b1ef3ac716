import { check } from './callback-swapped-state-is-refused.ts';
import { provesCallbackRefusal } from './shared/refusal-cases.test-data.ts';

provesCallbackRefusal(check, 'psc/callback-state-swap');
