import type { Clause } from '../../../../domain/clause.ts';

/** A section of OpenID Connect Core 1.0, as the requirement ids of the OpenID conformance suite number it. */
export const core = (section: string): Clause => ({ source: 'OpenID Connect Core 1.0', section, trust: 'V' });

/** A section of RFC 6749 that was read. */
export const oauth = (section: string): Clause => ({ source: 'RFC 6749', section, trust: 'V' });

/** A section of CIBA Core 1.0. */
export const ciba = (section: string): Clause => ({
  source: 'OpenID Connect CIBA Core 1.0',
  section,
  trust: 'V',
});

/** The agency's own page on CIBA. */
export const cibaPage: Clause = {
  source: 'industriels.esante.gouv.fr, Pro Santé Connect, CIBA',
  trust: 'V',
};

/** The transport guide of the CI-SIS. */
export const transportGuide = (section: string): Clause => ({
  source: 'ANS, Sécurisation de la couche transport API REST Pro Santé Connectée, v1.2.0',
  section,
  trust: 'V',
});

/** A row of the working REM of February 2023. */
export const rem = (section: string): Clause => ({ source: 'REM Ségur, février 2023', section, trust: 'V' });

/** The agency's description or sample of a Proxy e-Santé. */
export const proxyContract = (section: string): Clause => ({
  source: 'API-Proxy-eSante.json v1.0 (ansforge/psc-edc-proxy-esante)',
  section,
  trust: 'V',
});

/** The project's own judgement: may warn, never blocks. */
export const project = (section: string): Clause => ({ source: 'segur', section, trust: 'R' });
