import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDistinguishedName, sameName } from './distinguished-name.ts';

const same = (a: string, b: string): boolean => {
  const [left, right] = [parseDistinguishedName(a), parseDistinguishedName(b)];
  return left !== undefined && right !== undefined && sameName(left, right);
};

describe('sameName', () => {
  it.each([
    ['CN=cachet,OU=1,O=CABINET X,C=FR', 'C=FR, O=CABINET X, OU=1, CN=cachet', 'order and spaces'],
    ['CN=Cachet,C=fr', 'CN=cachet,C=FR', 'case'],
    ['CN=x,ST=Paris (75)', 'CN=x,S=Paris (75)', 'S and ST'],
    ['CN=899700000019+SN=ZZMEDECIN', 'CN=899700000019+2.5.4.4=#0C095A5A4D45444543494E', 'OID and DER'],
    ['CN=ZZ\\, fils', 'CN="ZZ, fils"', 'escape and quotes'],
    ['O=H\\C3\\94PITAL', 'O=HÔPITAL', 'escaped UTF-8'],
    ['OID.2.5.4.3=x', 'CN=x', 'OID. prefix'],
    ['C=FR\nO=BANC DE TEST\nCN=a + SN=b', 'CN=a+SN=b,O=BANC DE TEST,C=FR', 'lines of node:crypto'],
    ['2.5.4.4=#1E0400E90041', 'SN=éa', 'BMPString'],
  ])('takes %j and %j for one name: %s', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    ['CN=cachet,O=X', 'CN=auth,O=X'],
    ['CN=a', 'CN=a,O=X'],
    ['CN=a', 'SN=a'],
  ])('tells %j and %j apart', (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it.each(['', 'no name', 'ZZ=1', 'CN=a,b', '2.5.4.4=#zz', '2.5.4.4=#0C99'])(
    'reads no name in %j',
    (text) => {
      expect(parseDistinguishedName(text)).toBeUndefined();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDistinguishedName(text)));
    fc.assert(fc.property(fc.string(), (text) => void parseDistinguishedName(`CN=${text}`)));
  });
});
