import { vihfCase } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-ins-key-right.ts';

provesCheck(check, {
  ok: [vihfCase('right key')],
  ko: { 'key-wrong': [vihfCase('one off', ['279035121500084^', '279035121500085^'])] },
});
