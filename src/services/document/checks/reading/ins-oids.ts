/** OIDs under which a matricule INS travels: NIR, NIA, test, demonstration. */
export const insOids: ReadonlySet<string> = new Set([
  '1.2.250.1.213.1.4.8',
  '1.2.250.1.213.1.4.9',
  '1.2.250.1.213.1.4.10',
  '1.2.250.1.213.1.4.11',
]);

/** OIDs that look like an INS and are not: billing numbers, and the INS-C that INSi replaced. */
export const foreignOids: ReadonlyMap<string, string> = new Map([
  ['1.2.250.1.213.1.4.13', 'NSS-NIR'],
  ['1.2.250.1.213.1.4.14', 'NSS-NIA'],
  ['1.2.250.1.213.1.4.2', 'INS-C'],
  ['1.2.250.1.213.1.4.5', '-'],
  ['1.2.250.1.213.1.4.6', 'INS-C (test)'],
  ['1.2.250.1.213.1.4.7', 'INS-C (demo)'],
]);
