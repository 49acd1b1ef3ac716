import { check } from './acr-values-is-eidas1.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'eidas1', preuves: [authorization()] }],
  ko: {
    'acr-values-missing': [{ name: 'absent', preuves: [authorization({ acr_values: undefined })] }],
    'acr-values-wrong': [
      { name: 'eidas2', preuves: [authorization({ acr_values: 'eidas2' })] },
      { name: 'upper case', preuves: [authorization({ acr_values: 'EIDAS1' })] },
      { name: 'empty', preuves: [authorization({ acr_values: '' })] },
      { name: 'one login out of two', preuves: [authorization(), authorization({ acr_values: 'eidas3' })] },
    ],
  },
});
