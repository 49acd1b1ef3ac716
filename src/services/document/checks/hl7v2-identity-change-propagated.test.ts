import { adt, messagesCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-identity-change-propagated.ts';

const without = (event: string): string => adt(event).replace(/~279035121500084[^|]*/, '');
const options = (changement: string): { options: { changement: string } } => ({ options: { changement } });
provesCheck(check, {
  ok: [
    messagesCase('RECUP', [adt('A01'), without('A31')], options('trait-strict-recuperee')),
    messagesCase('QUAL', [without('A47'), without('A31')], options('trait-strict-qualifiee')),
    messagesCase('complementary', [adt('A31')], options('trait-complementaire')),
  ],
  ko: {
    'not-propagated': [
      messagesCase('only the next A01', [without('A01')], options('trait-strict-recuperee')),
      messagesCase('A31 for a qualified one', [without('A31')], options('trait-strict-qualifiee')),
    ],
    'ins-still-sent': [messagesCase('INS kept', [adt('A47')], options('trait-strict-qualifiee'))],
  },
});
