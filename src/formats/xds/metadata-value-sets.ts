const spread = (prefix: string, suffixes: string): string[] =>
  suffixes.split(' ').map((suffix) => prefix + suffix);
const range = (from: number, to: number, except: readonly number[] = []): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .filter((n) => !except.includes(n))
    .map((n) => `SA${String(n).padStart(2, '0')}`);

/** JDV_J58-ConfidentialityCode-DMP (`1.2.250.1.213.1.1.5.9`, 20200424): code to code system. */
export const confidentialityCodes: ReadonlyMap<string, string> = new Map([
  ['N', '2.16.840.1.113883.5.25'],
  ['R', '2.16.840.1.113883.5.25'],
  ['V', '2.16.840.1.113883.5.25'],
  ['INVISIBLE_PATIENT', '1.2.250.1.213.1.1.4.13'],
  ['INVISIBLE_REPRESENTANTS_LEGAUX', '1.2.250.1.213.1.1.4.13'],
  ['MASQUE_PS', '1.2.250.1.213.1.1.4.13'],
]);

/** Format code of a level-1 document that wraps a PDF. */
export const xdsSdPdf = 'urn:ihe:iti:xds-sd:pdf:2008';

/** JDV_J60-FormatCode-DMP (`1.2.250.1.213.1.1.5.8`, 20240927). */
export const formatCodes: ReadonlySet<string> = new Set([
  ...spread('urn:ans:ci-sis:', 'bio-ep-bio:2022 img-da:2022 cse-mde:2023 trod:2024'),
  ...spread(
    'urn:asip:ci-sis:',
    'aunv:2013 avk:2009 crgm:2018 crrtn:2013 cse-cs24:2017 cse-cs8:2017 cse-cs9:2017 d2lm-fidd:2017 d2lm-fin:2017 ' +
      'dci:2009 dlu:2015 dlu:2024 eunv:2013 fludr:2017 fludt:2017 frcp:2011 hr:2019 idap:2011 ldl-ees:2017 ' +
      'ldl-ses:2017 pavc:2016 pps-cancer:2017 pps-paerpa:2017 ppv:2009 psc:2009 sdm-mr:2017 sunv:2013 tap:2009 ' +
      'vac:2019 vsm:2012 cr-cpa:2020 cr-anest:2020 tlm-da:2020 vac-note:2021 obp-sap:2023 obp-snm:2023 obp-sne:2023 ' +
      'obp-scm:2023 obp-sem:2023 ppp:2023 ft-su:2024 fr-su:2024',
  ),
  'urn:asipSante:modelesHorsProfils:2011',
  ...spread(
    'urn:ihe:',
    'iti:xds-sd:pdf:2008 iti:xds-sd:text:2008 lab:xd-lab:2008 palm:apsr:2016 pcc:ips:2020 pharm:pre:2010 ' +
      'pharm:dis:2010 eyecare:geneyeevalcn:2014 rad:CDA:ImagingReportStructuredHeadings:2013 iti:dsg:detached:2014',
  ),
  ...spread('urn:ihe:iti-fr:xds-sd:', 'jpeg:2010 rtf:2010 tiff:2010'),
  '1.2.840.10008.5.1.4.1.1.88.59',
  'http://www.w3.org/2000/09/xmldsig#',
]);

/**
 * Code to code system of JDV_J02 (`1.2.250.1.213.1.1.5.466`), wider than the DMP's JDV_J61 of 2024-01-26
 * (see `dmpFacilityTypes`).
 */
export const facilityTypes: ReadonlyMap<string, string> = new Map([
  ...range(1, 69, [11, 62]).map((code): [string, string] => [code, '1.2.250.1.71.4.2.4']),
  ['SA11', '1.2.250.1.71.4.2.4'],
  ['EXP_PATIENT', '1.2.250.1.213.1.1.4.6'],
  ['SNR', '1.2.250.1.213.1.1.4.6'],
]);

/** JDV_J61-HealthcareFacilityTypeCode-DMP (`1.2.250.1.213.1.1.5.3`, 2024-01-26). */
export const dmpFacilityTypes: ReadonlySet<string> = new Set([...range(1, 61), 'SA63', 'EXP_PATIENT', 'SNR']);

/** Code to code system of JDV_J04 (`1.2.250.1.213.1.1.5.467`); all but ESSMS are in the DMP's JDV_J62 of 2023-09-22. */
export const practiceSettings: ReadonlyMap<string, string> = new Map([
  ...'AMBULATOIRE AMO DEPISTAGE ETABLISSEMENT HAD MAD PALLIATIF SAD SAMU_SMUR ESSMS'
    .split(' ')
    .map((code): [string, string] => [code, '1.2.250.1.213.1.1.4.9']),
  ['EXP_PATIENT', '1.2.250.1.213.1.1.4.6'],
  ['SNR', '1.2.250.1.213.1.1.4.6'],
]);
