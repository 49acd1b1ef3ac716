/** Numbers of the published test plans that also have a production OID there. */
export const publishedMatricules: ReadonlySet<string> = new Set([
  '279035121518989',
  '297022A02077878',
  '160012B02077713',
  '275126322074974',
  '181016322075140',
  '109076322083489',
  '109076322088835',
  '236066322083656',
  '180032B02040123',
  '181036322045676',
  '110086322083060',
  '277076322082910',
]);
