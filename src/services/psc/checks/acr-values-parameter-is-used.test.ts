import { check } from './acr-values-parameter-is-used.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'acr_values', preuves: [authorization()] },
    { name: 'both', preuves: [authorization({ acr: 'eidas1' })] },
    { name: 'whatever its value', preuves: [authorization({ acr_values: 'eidas2' })] },
  ],
  ko: {
    'acr-instead-of-acr-values': [
      { name: 'as in the sample', preuves: [authorization({ acr_values: undefined, acr: 'eidas1' })] },
    ],
    'level-not-asked': [{ name: 'neither', preuves: [authorization({ acr_values: undefined })] }],
  },
});
