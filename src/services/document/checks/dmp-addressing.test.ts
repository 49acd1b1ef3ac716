import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-addressing.ts';

provesCheck(check, {
  ok: [
    made('all four', 'TD3.1a'),
    made('To with an address', 'TD3.2', ['<a:To/>', '<a:To>https://dmp.example/registry</a:To>']),
    made('mustUnderstand as 1', 'TD3.1a', [/mustUnderstand="true"/g, 'mustUnderstand="1"']),
  ],
  ko: {
    'header-missing': [
      made('no ReplyTo', 'TD3.1a', [/<a:ReplyTo.*<\/a:ReplyTo>/, '']),
      made('no To', 'TD3.1a', ['<a:To/>', '']),
      made('no MessageID', 'TD3.1a', [/<a:MessageID>.*<\/a:MessageID>/, '']),
      made('a To of another name space', 'TD3.1a', ['<a:To/>', '<To xmlns="urn:other"/>']),
    ],
    'header-repeated': [
      made('two To', 'TD3.1a', ['<a:To/>', '<a:To/><a:To/>']),
      made('two actions', 'TD3.1a', [
        '<a:MessageID>',
        '<a:Action s:mustUnderstand="true">x</a:Action><a:MessageID>',
      ]),
    ],
    'must-understand-missing': [
      made('on Action', 'TD3.1a', ['<a:Action s:mustUnderstand="true">', '<a:Action>']),
      made('false on ReplyTo', 'TD3.1a', [
        '<a:ReplyTo s:mustUnderstand="true">',
        '<a:ReplyTo s:mustUnderstand="false">',
      ]),
      made('without the name space of the envelope', 'TD3.1a', [
        '<a:Action s:mustUnderstand="true">',
        '<a:Action mustUnderstand="true">',
      ]),
    ],
    'reply-elsewhere': [
      made('an endpoint', 'TD3.1a', [
        'http://www.w3.org/2005/08/addressing/anonymous',
        'https://lps.example/answers',
      ]),
      made('no address', 'TD3.1a', [/<a:Address>.*<\/a:Address>/, '']),
    ],
  },
});
