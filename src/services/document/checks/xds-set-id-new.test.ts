import { buildDmpRequest } from '../../../../tests/builders/build-dmp-request.ts';
import { buildFeeding, type XdmRecipe } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './xds-set-id-new.ts';

const other: XdmRecipe = { documents: [{ id: '2.25.2' }] };
const later: XdmRecipe = { edit: [['<Value>20260611083500</Value>', '<Value>20260612083500</Value>']] };
const renamed: XdmRecipe = { ...other, edit: [['2.25.2790351215009', '2.25.2790351215010']] };
const sent = (name: string, ...recipes: readonly XdmRecipe[]): CheckCase => ({
  name,
  files: recipes.map((recipe) => Buffer.from(buildFeeding(recipe))),
});

provesCheck(check, {
  ok: [sent('one set', {}), sent('two sets', {}, renamed), sent('the same set handed in twice', {}, {})],
  ko: {
    'set-id-reused': [
      sent('two sets of other documents', {}, other),
      sent('the same documents sent again', {}, later),
      sent('after one of its own', renamed, {}, other),
    ],
  },
  apart: [{ name: 'a query', files: [Buffer.from(buildDmpRequest('TD3.1a'))] }],
});
