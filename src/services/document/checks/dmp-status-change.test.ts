import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-status-change.ts';

const approved = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved';
const deleted = 'urn:asip:ci-sis:2010:StatusType:Deleted';
const archived = 'urn:asip:ci-sis:2010:StatusType:Archived';
const deprecated = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated';
const slot = /<Slot name="NewStatus">.*?<\/Slot>/;

provesCheck(check, {
  ok: [
    made('a deletion', 'TD3.3c'),
    made('a deletion of an archived document', 'TD3.3c', [approved, archived]),
    made('a deletion of an obsolete document', 'TD3.3c', [approved, deprecated]),
    made('an archiving', 'TD3.3c', [deleted, archived]),
    made('an unarchiving', 'TD3.3c', [approved, archived], [deleted, approved]),
  ],
  ko: {
    'status-missing': [
      made('no new status', 'TD3.3c', [slot, '']),
      made('two new statuses', 'TD3.3c', [`<Value>${deleted}`, `<Value>x</Value><Value>${deleted}`]),
      made('no original status', 'TD3.3c', ['OriginalStatus', 'originalStatus']),
    ],
    'new-status-unknown': [
      made('the deprecation, which is for the DMP', 'TD3.3c', [deleted, deprecated]),
      made('a deletion of another system', 'TD3.3c', [
        deleted,
        'urn:oasis:names:tc:ebxml-regrep:StatusType:Deleted',
      ]),
      made('the name of a property of every object', 'TD3.3c', [deleted, 'constructor']),
    ],
    'change-unknown': [
      made('to the same status', 'TD3.3c', [deleted, approved]),
      made('from deleted', 'TD3.3c', [approved, deleted]),
      made('an archiving of an obsolete document', 'TD3.3c', [approved, deprecated], [deleted, archived]),
    ],
    'target-not-entry': [
      made('a uniqueId', 'TD3.3c', [/targetObject="[^"]*"/, 'targetObject="2.25.279035121500001"']),
    ],
  },
  apart: [made('a change of metadata', 'TD3.3a'), made('a query', 'TD3.1a')],
});
