import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-update-versioned.ts';

const version = '<Slot name="PreviousVersion"><ValueList><Value>1</Value></ValueList></Slot>';

provesCheck(check, {
  ok: [
    made('the version before', 'TD3.3a'),
    made('a later version', 'TD3.3a', ['<Value>1</Value>', '<Value>12</Value>']),
  ],
  ko: {
    'member-missing': [
      made('a member of another id', 'TD3.3a', ['targetObject="Document01"', 'targetObject="Document02"']),
    ],
    'previous-version-missing': [
      made('no slot', 'TD3.3a', [version, '']),
      made('zero', 'TD3.3a', ['<Value>1</Value>', '<Value>0</Value>']),
      made('two slots', 'TD3.3a', [version, `${version}${version}`]),
    ],
  },
  apart: [made('a change of status', 'TD3.3c'), made('a feeding', 'TD2.1')],
});
